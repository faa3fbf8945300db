"""The pages under the menu heading Evidence."""
