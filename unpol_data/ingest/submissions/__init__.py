"""What do forms filled in the field say, whichever server they come from?"""
