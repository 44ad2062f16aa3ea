package policytest

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy/internal/golden"
)

// failures is a test that notes what fails, and goes on.
type failures struct {
	testing.TB
	said []string
}

func (f *failures) Helper() {}
func (f *failures) Errorf(format string, args ...any) {
	f.said = append(f.said, fmt.Sprintf(format, args...))
}
func (f *failures) Fatalf(format string, args ...any) {
	f.said = append(f.said, fmt.Sprintf(format, args...))
}

// TestJudge: an answer that is not the one wanted is told with the reasoning, and so
// is one where there should be none, or none where there should be one.
func TestJudge(t *testing.T) {
	met := golden.Case{In: []byte(`{"id":"T-1"}`), Out: map[string]any{"severity": "1"}, Why: "by the text"}
	refused := golden.Case{Out: map[string]any{"error": true}, Why: "by the text"}
	for _, row := range []struct {
		name   string
		c      golden.Case
		answer string // none: an error
		want   string // empty: nothing fails
	}{
		{"right", met, `{"severity":"1","clocks":[]}`, ""},
		{"another value", met, `{"severity":"2"}`, "  severity: want \"1\"\n            got  \"2\"\nby the text\n{\"id\":\"T-1\"}"},
		{"no such field", met, `{}`, "  severity: want \"1\"\n            got  nothing\nby the text\n{\"id\":\"T-1\"}"},
		{"an error", met, "", "no such ticket\nby the text"},
		{"no answer in JSON", met, `[]`, "in []"},
		{"refused", refused, "", ""},
		{"not refused", refused, `{}`, "answered {}\nby the text"},
	} {
		var f failures
		judge(&f, row.c, func([]byte) ([]byte, error) {
			if row.answer == "" {
				return nil, errors.New("no such ticket")
			}
			return []byte(row.answer), nil
		})
		said := strings.Join(f.said, "\n")
		if (said == "") != (row.want == "") || !strings.HasSuffix(said, row.want) {
			t.Errorf("%s: said %q, want %q", row.name, said, row.want)
		}
	}
}
