"""The events of watched folders to updates of the index."""
