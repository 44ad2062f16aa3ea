// Package documents has agreements as JSON documents, with tickets to try them on. README.md
// says how to write a document, and what each of these is an example of.
package documents
