"""The memória de cálculo: that it is true, complete, readable, and gives the value again."""
