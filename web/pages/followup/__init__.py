"""The pages that follow a matter from one report to another."""
