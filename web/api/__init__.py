"""Addresses below /api/ to JSON, with the OpenAPI document that describes them."""
