// Package examples has runnable examples of using the library, each in its own folder. The
// snippets in README.md are taken from them.
package examples
