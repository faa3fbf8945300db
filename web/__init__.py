"""What Streamlit does not serve itself; never imports Streamlit."""
