package policy_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// FuzzReleases reads any text as a list of releases. What is accepted is answered
// with JSON, or with an error of a known kind; a list that is written once more
// is read as the same.
func FuzzReleases(f *testing.F) {
	for _, text := range []string{
		`{"id":"p","agreement":"portx","on":"2026-11-21","releases":[{"version":"3.0","released":"2025-09-01"},{"version":"2.4","released":"2025-05-10"}]}`,
		`{"agreement":"sempre","on":"2024-02-29","releases":[{"version":"4.0","released":"2024-02-29","environment":"Linux"}],"readings":{"sempre.previous":"lenient"}}`,
		`{"agreement":"cumulocity","on":"2026-01-01","releases":[{"version":"10.18 SP1","released":"2025-01-31","end_of_maintenance":"2025-08-31","sustained_months":18,"extension_through":"2027-01-01"}]}`,
		`{"agreement":"ispsystem","on":"2026-01-01","releases":[{"version":"6.1","released":"2025-01-01","product":"VMmanager","stable":false},{"version":"6.1","released":"2025-01-01","product":"DNSmanager"}]}`,
		`{"releases":[{"version":"1"}],"agreement":"purchased","on":"9999-12-31"}`,
		`{"agreement":"purchased","on":"9999-12-31","releases":[{"version":"1","released":"9999-12-31"},{"version":"1.0","released":"9999-12-31"}]}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		list, p, err := policy.ReadReleases(text, releasePolicies())
		if err != nil {
			if !errors.Is(err, policy.ErrReleaseList) || list == nil {
				t.Fatalf("%s: %v", text, err)
			}
			return
		}
		a, err := p.Answer(list)
		if err != nil {
			if !errors.Is(err, policy.ErrReading) && !errors.Is(err, calendar.ErrDate) {
				t.Fatalf("%s: %v", text, err)
			}
			return
		}
		if out := p.AppendAnswer(nil, list, &a); !json.Valid(out) {
			t.Fatalf("%s is answered with %s", text, out)
		}
		for _, s := range a.Releases {
			if s.Supported != s.Through.Covers(list.On) || s.From.Compare(list.On) > 0 ||
				s.Next != nil && s.Next.On.Compare(list.On) <= 0 || s.Through.Kind == lifecycle.Known && s.Through.Through.Compare(s.From) < 0 {
				t.Fatalf("%s: %+v", text, s)
			}
		}
		again, q, err := policy.ReadReleases(reordered(t, text), releasePolicies())
		if err != nil || q.Agreement != p.Agreement {
			t.Fatalf("%s is read once only: %v", text, err)
		}
		if diff := cmp.Diff(list, again, cmp.AllowUnexported(lifecycle.Version{}, calendar.Date{})); diff != "" {
			t.Fatalf("%s is read differently:\n%s", text, diff)
		}
	})
}

// reordered returns the same JSON with its fields in another order.
func reordered(t *testing.T, text []byte) []byte {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	out, err := json.Marshal(fields)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
