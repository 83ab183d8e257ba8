"""Help: glossary, guide, licences."""
