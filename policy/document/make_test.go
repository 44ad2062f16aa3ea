package document_test

import (
	"testing"
	"time"

	"github.com/slaclock/slaclock/policy/document"
)

// policyTime is an instant at which documents without versions are in force.
var policyTime = time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)

// mustDecode reads a document.
func mustDecode(t testing.TB, text string) *document.Document {
	t.Helper()
	d, err := document.Decode([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
