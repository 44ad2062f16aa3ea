package lint_test

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy/lint"
)

// base is an agreement in which there is nothing to find. Each test changes one thing.
const base = `{
  "schema": 1,
  "name": "acme",
  "attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"], "required": true}],
  "readings": [{"name": "acme.days", "values": ["office", "all"], "tickets": true, "clause": "A-0"}],
  "levels": [{"name": "P1"}, {"name": "P2"}],
  "events": ["hold", "back"],
  "zone": "UTC",
  "calendars": [
    {"name": "office", "zone": "UTC", "week": {
      "mon": [["09:00", "17:00"]], "tue": [["09:00", "17:00"]], "wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]], "fri": [["09:00", "17:00"]]}},
    {"name": "always", "zone": "UTC", "week": {
      "mon": [["00:00", "24:00"]], "tue": [["00:00", "24:00"]], "wed": [["00:00", "24:00"]], "thu": [["00:00", "24:00"]],
      "fri": [["00:00", "24:00"]], "sat": [["00:00", "24:00"]], "sun": [["00:00", "24:00"]]}}
  ],
  "metrics": [
    {
      "name": "response", "start": ["reported", "reopened"], "stop": ["responded", "resolved"],
      "targets": [
        {"level": "P1", "measure": "1h", "calendar": "always", "clause": "A-1"},
        {"level": "P2", "measure": "8h", "calendar": "office", "clause": "A-1"},
        {"level": "P2", "when": {"tier": "gold"}, "measure": "4h", "calendar": "office", "clause": "A-2"}
      ],
      "thresholds": [{"percent": 50, "to": "lead", "clause": "A-3"}]
    },
    {
      "name": "resolution", "start": ["reported", "reopened"], "resume": ["back"], "stop": ["resolved"], "pause": ["hold"],
      "targets": [
        {"level": "P1", "measure": "8h", "calendar": "office", "clause": "A-4"},
        {"level": "P2", "measure": "5 business days", "calendar": "office", "clause": "A-4"},
        {"level": "P2", "when": {"acme.days": "all"}, "measure": "7 calendar days", "calendar": "always", "clause": "A-4"}
      ]
    },
    {
      "name": "auto_close", "start": ["reported"], "cancel": ["customer_replied"], "ends": true,
      "targets": [{"measure": "30 calendar days", "calendar": "always", "clause": "A-5"}]
    }
  ],
  "ladders": [{
    "calendar": "always",
    "steps": [{"to": "lead", "after": "1 day", "clause": "A-6"}, {"to": "head", "after": "2 days", "clause": "A-6"}]
  }],
  "test": ["resolution_proposed", "hold"],
  "failed": ["resolution_rejected"]
}
`

// change returns the base with texts replaced, in pairs of old and new.
func change(t testing.TB, pairs ...string) string {
	t.Helper()
	text := base
	for i := 0; i < len(pairs); i += 2 {
		if strings.Count(text, pairs[i]) == 0 {
			t.Fatalf("%q is not in the document", pairs[i])
		}
		text = strings.Replace(text, pairs[i], pairs[i+1], 1)
	}
	return text
}

// day is a date that is right.
func day(t testing.TB, text string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// find returns the findings of a document as lines of severity, code, place and
// condition. The note that no date was given is left out.
func find(t testing.TB, text string, o lint.Options) []string {
	t.Helper()
	r, err := lint.Text([]byte(text), o)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, f := range r.Findings {
		if f.Code != "coverage-not-checked" {
			all = append(all, strings.TrimSpace(f.Severity.String()+" "+f.Code+" "+f.Place+" "+f.When))
		}
	}
	return all
}
