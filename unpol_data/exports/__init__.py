"""What leaves the product: documents in the formats users work with."""
