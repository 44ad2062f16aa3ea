package lint_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy/document"
	"github.com/slaclock/slaclock/policy/lint"
)

// TestHoldsItself: a value that holds itself is an error, also where a calendar stands beside
// it and it would not be written.
func TestHoldsItself(t *testing.T) {
	loop := document.Value{Choose: make([]document.Choice, 1)}
	loop.Choose[0].Value = loop
	for want, zone := range map[string]document.Zone{
		"document: zone.choose[0].value.choose[0].value.choose[0].value.choose[0].value.choose: lies deeper than 4 in others": {Value: loop},
		"document: zone: must have exactly one of Calendar, Text, Attribute, Reading and Choose":                              {Value: loop, Calendar: "office"},
	} {
		d, err := document.Decode([]byte(base))
		if err != nil {
			t.Fatal(err)
		}
		d.Zone = &zone
		r, err := lint.Document(d, lint.Options{})
		if r != nil || !errors.Is(err, document.ErrDocument) || err.Error() != want {
			t.Errorf("%v, %v\nwant %s", r, err, want)
		}
	}
}
