package policy_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/sempre"
)

// releaseRuleTexts are the rules of the five agreements under each of their
// readings, as JSON.
var releaseRuleTexts = []struct {
	name    string
	policy  *policy.ReleasePolicy
	line    string
	reading string
	want    string
}{
	{"SEM2_strict", sempre.Releases(), "", "strict", `{"stages":[` +
		`{"name":"current","end":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}},"services":["software and hardware maintenance"]},` +
		`{"name":"previous","end":{"plus":{"of":{"successor":{"n":2}},"n":-1,"unit":"days"}},"services":["software and hardware maintenance"]}],` +
		`"rest":{"name":"superseded","services":["software and hardware maintenance"]},` +
		`"support":{"earlier":[{"plus":{"of":{"successor":{"n":1}},"n":12,"unit":"months"}},{"plus":{"of":{"successor":{"n":2}},"n":-1,"unit":"days"}}]},` +
		`"clause":"SEM-2"}`},
	{"SEM2_lenient", sempre.Releases(), "", "lenient", `{"stages":[` +
		`{"name":"current","end":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}},"services":["software and hardware maintenance"]},` +
		`{"name":"previous","end":{"plus":{"of":{"successor":{"n":2}},"n":-1,"unit":"days"}},"services":["software and hardware maintenance"]}],` +
		`"rest":{"name":"superseded","services":["software and hardware maintenance"]},` +
		`"support":{"held":{"rank":1,"then":{"plus":{"of":{"successor":{"n":1}},"n":12,"unit":"months"}},"else":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}}}},` +
		`"clause":"SEM-2"}`},
	{"PUR7_from_replacement", purchased.Releases(), "", "from_replacement", `{"stages":[` +
		`{"name":"current","end":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}},"services":["support","maintenance"]},` +
		`{"name":"previous","end":{"plus":{"of":{"successor":{"n":2}},"n":-1,"unit":"days"}},"services":["support","maintenance"]}],` +
		`"rest":{"name":"superseded","services":["support","maintenance"]},` +
		`"support":{"plus":{"of":{"later":["own",{"successor":{"n":1}}]},"n":1,"unit":"years"}},"clause":"PUR-7"}`},
	{"PUR7_from_own_release", purchased.Releases(), "", "from_own_release", `{"stages":[` +
		`{"name":"current","end":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}},"services":["support","maintenance"]},` +
		`{"name":"previous","end":{"plus":{"of":{"successor":{"n":2}},"n":-1,"unit":"days"}},"services":["support","maintenance"]}],` +
		`"rest":{"name":"superseded","services":["support","maintenance"]},` +
		`"support":{"later":[{"plus":{"of":"own","n":1,"unit":"years"}},{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}}]},"clause":"PUR-7"}`},
	{"CUM10", cumulocity.Releases(), "", "", `{"stages":[` +
		`{"name":"maintenance","end":{"given":{"name":"end_of_maintenance"}},` +
		`"services":["new fixes","telephone assistance","web assistance","available fixes","hints"],"without":["available fixes","hints"]},` +
		`{"name":"sustained","end":{"plus_number":{"of":{"end_of":"maintenance"},"name":"sustained_months","else":12,"unit":"months"}},` +
		`"services":["telephone assistance","web assistance","available fixes","hints"],"without":["available fixes","hints"]}],` +
		`"rest":{"name":"beyond","services":["new fixes","telephone assistance","web assistance","available fixes","hints"],"without":["available fixes","hints"]},` +
		`"support":{"later":[{"end_of":"sustained"},{"given":{"name":"extension_through","else":{"end_of":"maintenance"}}}]},` +
		`"extension":{"end":{"given":{"name":"extension_through","else":{"end_of":"maintenance"}}},` +
		`"services":["new fixes","telephone assistance","web assistance","available fixes","hints"]},"clause":"CUM-10"}`},
	{"ISP8_two", ispsystem.Releases(), "VMmanager", "", `{"stages":[` +
		`{"name":"supported","end":{"latest":{"n":2,"stable":true,"between":true}},` +
		`"services":["vulnerability fixes","bug fixes","proposals","consultations"],"without":["known solutions","existing fixes and updates","help with migration"]}],` +
		`"rest":{"name":"outdated","without":["known solutions","existing fixes and updates","help with migration"]},"clause":"ISP-8"}`},
	{"ISP8_DNSmanager", ispsystem.Releases(), "DNSmanager", "", `{"stages":[` +
		`{"name":"supported","end":{"latest":{"n":1,"stable":true}},` +
		`"services":["vulnerability fixes","bug fixes","proposals","consultations"],"without":["known solutions","existing fixes and updates","help with migration"]}],` +
		`"rest":{"name":"outdated","without":["known solutions","existing fixes and updates","help with migration"]},"clause":"ISP-8"}`},
	{"POR5", portx.Releases(), "", "", `{"stages":[` +
		`{"name":"current","end":{"plus":{"of":{"successor":{"n":1}},"n":-1,"unit":"days"}},"services":["support","maintenance"]},` +
		`{"name":"previous","end":{"earlier":[{"plus":{"of":{"successor":{"n":1,"within":1}},"n":-1,"unit":"days"}},` +
		`{"plus":{"of":{"successor":{"n":1,"group":1}},"n":18,"unit":"months"}},{"plus":{"of":{"successor":{"n":2,"group":1}},"n":-1,"unit":"days"}}]},` +
		`"services":["support","maintenance"]}],"rest":{"name":"unsupported"},` +
		`"support":{"earlier":[{"plus":{"of":{"successor":{"n":1,"within":1}},"n":-1,"unit":"days"}},` +
		`{"plus":{"of":{"successor":{"n":1,"group":1}},"n":18,"unit":"months"}},{"plus":{"of":{"successor":{"n":2,"group":1}},"n":-1,"unit":"days"}}]},` +
		`"clause":"POR-5"}`},
}

// TestReleases_RuleJSON: the rules of the five agreements are data. They are
// written, and what is read from that is the same rule and answers the same.
func TestReleases_RuleJSON(t *testing.T) {
	for _, tt := range releaseRuleTexts {
		t.Run(tt.name, func(t *testing.T) {
			readings := map[string]string{}
			if tt.reading != "" {
				readings[tt.policy.Reading] = tt.reading
			}
			choices, err := policy.Choose(tt.policy.Readings, readings)
			if err != nil {
				t.Fatal(err)
			}
			rule := tt.policy.Rule(tt.line, choices)
			text, err := rule.MarshalJSON()
			if diff := cmp.Diff(tt.want, string(text)); diff != "" || err != nil {
				t.Fatalf("%v (-want +got):\n%s", err, diff)
			}
			var read lifecycle.Rule
			if err := read.UnmarshalJSON([]byte(tt.want)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(rule, read, cmpopts.EquateComparable(calendar.Date{})); diff != "" {
				t.Fatalf("(-written +read):\n%s", diff)
			}
			other := *tt.policy
			other.Rule = func(string, policy.Choices) lifecycle.Rule { return read }
			rapid.Check(t, func(t *rapid.T) {
				list := drawReleaseList(t)
				for i := range list.Releases {
					list.Releases[i] = listed(t, drawRelease(t), tt.line)
					list.Releases[i].Version = rapid.Custom(drawVersion).Draw(t, "version")
				}
				list.Readings = readings
				want, wantErr := tt.policy.Answer(list)
				got, gotErr := other.Answer(list)
				if diff := cmp.Diff(want.Releases, got.Releases, cmp.AllowUnexported(lifecycle.Version{}, calendar.Date{})); diff != "" || (wantErr == nil) != (gotErr == nil) {
					t.Errorf("%v, %v (-written +read):\n%s", wantErr, gotErr, diff)
				}
			})
		})
	}
}

func drawVersion(t *rapid.T) lifecycle.Version {
	text := rapid.SampledFrom([]string{"1.0", "1.1", "1.2.1", "1.10", "2.0", "2.9", "3", "4.0.1"}).Draw(t, "text")
	v, err := lifecycle.Scheme{}.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return v
}
