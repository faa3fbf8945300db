"""The pages under the menu heading Programme."""
