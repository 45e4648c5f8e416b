"""How good a reading is: predicted attributions against gold ones, and the corpora that hold the gold."""
