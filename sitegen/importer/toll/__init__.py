"""Toll claims: what a text says of killed, injured, captured, displaced and missing, with its bounds and its words."""

from sitegen.importer.toll.claims import Claim, claims_in
from sitegen.importer.toll.numbers import Figure

__all__ = ["Claim", "Figure", "claims_in"]
