"""How the illustrative sample is made; the dashboard itself never imports this."""
