"""Addresses below /api/ in, JSON out, with the OpenAPI document that describes it."""
