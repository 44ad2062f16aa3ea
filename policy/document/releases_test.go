package document_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/document"
)

// TestReleases_Least: how short a release's own sustained support can be is for the
// agreement to say, a month where it says nothing. 12 is the figure of one agreement.
func TestReleases_Least(t *testing.T) {
	const text = `{"schema": 1, "name": "acme", "releases": {"ordered": "R-1", "fields": ["end_of_maintenance", "sustained_months"], LEAST"rules": [{"rule": {
		"stages": [{"name": "sustained", "end": {"plus_number": {"of": {"given": {"name": "end_of_maintenance"}}, "name": "sustained_months", "else": 6, "unit": "months"}}}],
		"support": {"end_of": "sustained"}, "clause": "R-1"}}]}}`
	releases := func(d *document.Document) *policy.ReleasePolicy {
		t.Helper()
		p, err := d.ReleasePolicy()
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	with := func(least string) *policy.ReleasePolicy {
		t.Helper()
		d, err := document.Decode([]byte(strings.Replace(text, "LEAST", least, 1)))
		if err != nil {
			t.Fatal(err)
		}
		return releases(d)
	}
	const short = "policy: releases[0].sustained_months: "
	none, six, twelve := with(""), with(`"least": {"sustained_months": 6}, `), releases(mustRead(t, "cumulocity"))
	for _, c := range []struct {
		of     *policy.ReleasePolicy
		months int
		want   string
	}{
		{none, 1, ""}, {none, 0, short + "0 is too short; write 1 month or more"}, {none, 6, ""}, {none, -1, short + "-1 is too short; write 1 month or more"},
		{six, 5, short + "5 is too short; write 6 months or more"}, {six, 6, ""}, {six, 7, ""},
		{twelve, 11, short + "11 is too short; write 12 months or more"}, {twelve, 12, ""}, {twelve, 13, ""},
		{cumulocity.Releases(), 11, short + "11 is too short; write 12 months or more"}, {cumulocity.Releases(), 12, ""}, {cumulocity.Releases(), 13, ""},
	} {
		list := fmt.Sprintf(`{"agreement":%q,"on":"2026-01-01","releases":[{"version":"1.0","released":"2024-01-31","end_of_maintenance":"2025-01-31","sustained_months":%d}]}`, c.of.Agreement, c.months)
		got := ""
		if _, _, err := policy.ReadReleases([]byte(list), []*policy.ReleasePolicy{c.of}); err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%s of %v:\ngot  %s\nwant %s", c.of.Agreement, c.of.Least, got, c.want)
		}
	}
	if through := answerOf(t, none, 1); through != "2025-02-28" {
		t.Errorf("a month after 31 January is %s", through)
	}
}

// answerOf returns the last day of the support of a release with its own months.
func answerOf(t *testing.T, p *policy.ReleasePolicy, months int) string {
	t.Helper()
	list, _, err := policy.ReadReleases(fmt.Appendf(nil, `{"agreement":"acme","on":"2026-01-01","releases":[{"version":"1.0","released":"2024-01-31","end_of_maintenance":"2025-01-31","sustained_months":%d}]}`, months), []*policy.ReleasePolicy{p})
	if err != nil {
		t.Fatal(err)
	}
	a, err := p.Answer(list)
	if err != nil || len(a.Releases) != 1 {
		t.Fatal(a, err)
	}
	return a.Releases[0].Through.Through.String()
}
