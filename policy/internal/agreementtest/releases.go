package agreementtest

import (
	"strings"
	"testing"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/policy"
)

// SayReleases answers a list of releases on a date and says of each, in the order
// of the answer, its version, phase, days, whether it is supported, the clause and
// the services with a comma between them:
//
//	4.0 superseded known unsupported SEM-2 ; 4.1 current open supported SEM-2 maintenance
//
// The releases and the readings are written as the command reads them, without the
// brackets around: {"version":"4.0",…},{…} and "sempre.previous":"strict". A list
// that cannot be answered ends the test.
func SayReleases(t testing.TB, p *policy.ReleasePolicy, on, releases, readings string) string {
	t.Helper()
	in := strictjson.AppendString([]byte(`{"agreement":`), p.Agreement)
	in = append(in, `,"on":"`+on+`","releases":[`+releases+`],"readings":{`+readings+`}}`...)
	list, read, err := policy.ReadReleases(in, []*policy.ReleasePolicy{p})
	if err != nil {
		t.Fatal(err)
	}
	a, err := read.Answer(list)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, s := range a.Releases {
		supported := "unsupported"
		if s.Supported {
			supported = "supported"
		}
		rows = append(rows, strings.Join([]string{s.Version.String(), s.Phase, s.Through.Kind.String(), supported, s.Clause, strings.Join(s.Services, ",")}, " "))
		if s.Through.Covers(s.From) != (s.Through.Kind.String() != "never") {
			t.Errorf("%v has days and never has", s.Version)
		}
	}
	return strings.Join(rows, "; ")
}

// Date reads a date that is known to be right, such as 2028-02-29; one that is not
// ends the test.
func Date(t testing.TB, text string) calendar.Date {
	t.Helper()
	d, err := calendar.ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
