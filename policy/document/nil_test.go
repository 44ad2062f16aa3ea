package document_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/severity"
)

// TestNilDocument: a Document that is nil is an error that says so.
func TestNilDocument(t *testing.T) {
	var d *document.Document
	_, encode := d.Encode()
	_, choices := d.Choices(nil)
	_, versions := d.For(policy.Customer{}, nil, nil)
	_, made := d.Policy(&policy.Ticket{})
	_, noTicket := d.Policy(nil)
	_, releases := d.ReleasePolicy()
	const mistake = "document: the document is nil; give one, such as that of Decode"
	for _, test := range []struct {
		name string
		err  error
		kind error
		want string
	}{
		{"Check", d.Check(), document.ErrDocument, mistake},
		{"Encode", encode, document.ErrDocument, mistake},
		{"Choices", choices, document.ErrDocument, mistake},
		{"For", versions, document.ErrDocument, mistake},
		{"Policy", made, document.ErrDocument, mistake},
		{"Policy of no ticket", noTicket, document.ErrDocument, mistake},
		{"ReleasePolicy", releases, document.ErrDocument, mistake},
	} {
		if !errors.Is(test.err, test.kind) || test.err.Error() != test.want {
			t.Errorf("%s: %v; want %s", test.name, test.err, test.want)
		}
	}
}

// TestNilVersion: a Version that is nil says no more than the zero one.
func TestNilVersion(t *testing.T) {
	var v *document.Version
	const levels = `severity: levels: are 0; a scale has 1 to 16`
	if s, err := v.Scale("acme"); s != nil || !errors.Is(err, severity.ErrScale) || err.Error() != levels {
		t.Errorf("%v, %v", s, err)
	}
	if c, err := v.Classifier(nil); c != nil || !errors.Is(err, severity.ErrClassifier) {
		t.Errorf("%v, %v", c, err)
	}
	if a := v.Setters(); a.Report.By != nil || a.Change.By != nil || a.Report.Clause != "" {
		t.Errorf("%v", a)
	}
}
