"""The pages under the menu heading Priorities."""
