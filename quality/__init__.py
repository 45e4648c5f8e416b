"""How good Attribune is: corpora in, figures out, with floors that may only rise."""
