// Package documents has agreements as JSON documents, with tickets to try them on.
// README.md says how to write one, and what these are examples of.
package documents
