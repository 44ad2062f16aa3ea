package severity_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/severity"
)

// TestEntryText: what an entry is in words and in JSON, with and without what need not be
// known, and in zones.
func TestEntryText(t *testing.T) {
	s := newScale(t, "acme", "A|P1", "B")
	first := level(t, s, "P1")
	nine := at(t, "09:00")
	east := time.FixedZone("", 5*3600+30*60)
	for _, tt := range []struct {
		entry      severity.Entry
		text, json string
	}{
		{severity.Entry{}, "", `{"from":"0001-01-01T00:00:00Z","severity":""}`},
		{severity.Entry{From: nine}, " from 2026-03-02T09:00:00Z", `{"from":"2026-03-02T09:00:00Z","severity":""}`},
		{severity.Entry{From: nine, Level: first}, "A from 2026-03-02T09:00:00Z", `{"from":"2026-03-02T09:00:00Z","severity":"A"}`},
		{severity.Entry{From: nine.In(east).Add(1), Level: first, By: severity.Supplier}, "A from 2026-03-02T14:30:00.000000001+05:30 (supplier)",
			`{"from":"2026-03-02T14:30:00.000000001+05:30","severity":"A","by":"supplier"}`},
		{severity.Entry{From: nine, Level: first, What: "a call"}, "A from 2026-03-02T09:00:00Z (a call)", `{"from":"2026-03-02T09:00:00Z","severity":"A","what":"a call"}`},
		{severity.Entry{From: nine, Level: first, By: severity.Terms, What: "PUR-6"}, "A from 2026-03-02T09:00:00Z (terms: PUR-6)",
			`{"from":"2026-03-02T09:00:00Z","severity":"A","by":"terms","what":"PUR-6"}`},
	} {
		if diff := cmp.Diff(tt.text, fmt.Sprint(tt.entry)); diff != "" {
			t.Errorf("(-want +got):\n%s", diff)
		}
		out, err := json.Marshal(tt.entry)
		if diff := cmp.Diff(tt.json, string(out)); err != nil || diff != "" {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	for name, tt := range map[string]struct {
		entry severity.Entry
		want  string
	}{
		"year":  {severity.Entry{From: time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), Level: first}, `severity: from: "10000-01-01 00:00:00 +0000 UTC" cannot be written; RFC 3339 has years 0 to 9999 and offsets of less than a day`},
		"party": {severity.Entry{From: nine, Level: first, By: 9}, `severity: by: "Party(9)" is not a party; write customer, supplier or terms`},
		"text":  {severity.Entry{From: nine, Level: first, What: "\xff"}, `severity: what: "\xff" is not valid UTF-8`},
	} {
		_, err := tt.entry.MarshalJSON()
		if !errors.Is(err, severity.ErrHistory) || err.Error() != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
	if got := fmt.Sprint(severity.History{}); got != "" {
		t.Errorf("the zero History is %q", got)
	}
}
