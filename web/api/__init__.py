"""Serve JSON below /api/, with the OpenAPI document that describes it."""
