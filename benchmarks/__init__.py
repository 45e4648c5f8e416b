"""How fast Attribune is, on one core, against the hardware's limit."""
