"""The application as a service: admission, security, response cache, monitoring, processes."""
