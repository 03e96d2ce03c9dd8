// What the tests share: fixtures, clocks drawn as strings, frames as text.
