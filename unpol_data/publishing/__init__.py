"""How do approved facts become stored figures?"""

from unpol_data.publishing.publication import Publication, approve, withdraw

__all__ = ["Publication", "approve", "withdraw"]
