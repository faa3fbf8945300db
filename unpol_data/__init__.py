"""The data package of the UNPOL technology-capacity dashboard; it never imports Streamlit."""
