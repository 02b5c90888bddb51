"""The application in, a service out: processes, admission, security, response cache, log."""
