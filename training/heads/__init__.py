"""The reader's second branch: names, places, antecedents and factuality, on layers of its own behind shared ones."""
