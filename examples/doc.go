// Package examples has runnable examples of using the library, a folder each.
// The snippets in README are taken from them.
package examples
