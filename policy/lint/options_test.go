package lint_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/lint"
)

// TestOptions: attributes that cannot be given, and values that they cannot have.
func TestOptions(t *testing.T) {
	text := zones(t, `"attributes": [`, `"attributes": [{"name": "customer", "type": "text"}, {"name": "tags", "type": "list"}, `)
	for _, tt := range []struct {
		name   string
		given  map[string][]string
		want   string
		nobody bool // the base is looked at, in which no attribute can be anything
	}{
		{name: "none"},
		{name: "all", given: map[string][]string{"zone": {"UTC", "+08:00"}, "country": {"NONE", "DE-BY"}, "customer": {"a", "A"}}},
		{name: "unknown", given: map[string][]string{"cuntry": {"DE"}},
			want: `policy: attributes: "cuntry" is not a text, zone or region of this agreement that can be anything; write customer, zone or country`},
		{name: "unknown, and none there", given: map[string][]string{"country": {"DE"}}, nobody: true,
			want: `policy: attributes: "country" is not a text, zone or region of this agreement that can be anything; it has none`},
		{name: "with values of its own", given: map[string][]string{"tier": {"gold"}},
			want: `policy: attributes: "tier" is not a text, zone or region of this agreement that can be anything; write customer, zone or country`},
		{name: "a list", given: map[string][]string{"tags": {"vip"}},
			want: `policy: attributes: "tags" is not a text, zone or region of this agreement that can be anything; write customer, zone or country`},
		{name: "no zone", given: map[string][]string{"zone": {"UTC", "Berlin"}},
			want: `policy: attributes[zone][1]: "Berlin" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{name: "an offset of a day", given: map[string][]string{"zone": {"+24:00"}},
			want: `policy: attributes[zone][0]: "+24:00" is not an offset; write it as +08:00, from -23:59 to +23:59`},
		{name: "no region", given: map[string][]string{"country": {"XX"}},
			want: `policy: attributes[country][0]: "XX" is not a region whose holidays are known; write a code such as DE-BY, or NONE`},
		{name: "no region of a country that is one", given: map[string][]string{"country": {"MY-99"}},
			want: `policy: attributes[country][0]: "MY-99" is not a region whose holidays are known; write MY, MY-10 or MY-14`},
		{name: "empty", given: map[string][]string{"customer": {""}},
			want: `policy: attributes[customer][0]: is empty; that it is not given is tried as it is`},
		{name: "twice", given: map[string][]string{"zone": {"UTC", "+08:00", "UTC"}},
			want: `policy: attributes[zone][2]: "UTC" is there twice`},
		{name: "no value", given: map[string][]string{"zone": {}},
			want: `policy: attributes[zone]: has no value; give one, or leave the attribute out`},
		{name: "the first by name", given: map[string][]string{"zone": {"x"}, "country": {"x"}},
			want: `policy: attributes[country][0]: "x" is not a region whose holidays are known; write a code such as DE-BY, or NONE`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			document := text
			if tt.nobody {
				document = base
			}
			_, err := lint.Text([]byte(document), lint.Options{Attributes: tt.given})
			got := ""
			if err != nil {
				got = err.Error()
				if !errors.Is(err, policy.ErrCustomer) {
					t.Errorf("%v is no ErrCustomer", err)
				}
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// TestOptions_OddNames: a name that is no plain word is quoted in a place.
func TestOptions_OddNames(t *testing.T) {
	text := zones(t, `"attributes": [`, `"attributes": [{"name": "home country]", "type": "region"}, `)
	for want, values := range map[string][]string{
		`policy: attributes["home country]"][1]: "x" is not a region whose holidays are known; write a code such as DE-BY, or NONE`: {"DE", "x"},
		`policy: attributes["home country]"]: has no value; give one, or leave the attribute out`:                                   {},
	} {
		if _, err := lint.Text([]byte(text), lint.Options{Attributes: map[string][]string{"home country]": values}}); err == nil || err.Error() != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

// TestWhenIsShort: of many values those are named that are few, and no more than twelve.
func TestWhenIsShort(t *testing.T) {
	list := func(from, to int) string {
		var names []string
		for i := from; i <= to; i++ {
			names = append(names, fmt.Sprintf("c%02d", i))
		}
		return strings.Join(names, " or ")
	}
	quoted := func(n int) string { return `"` + strings.ReplaceAll(list(1, n), " or ", `", "`) + `"` }
	for _, tt := range []struct {
		many, all int // the finding is made for so many of all values
		want      string
	}{
		{12, 30, list(1, 12)},
		{13, 30, list(1, 12) + " or one of 1 more"},
		{17, 30, list(1, 12) + " or one of 5 more"},
		{18, 30, "other than " + list(19, 30)},
		{29, 30, "other than c30"},
		{12, 13, list(1, 12)},
		{13, 14, "other than c14"},
	} {
		text := change(t, `{"name": "tier", "type": "text",`, `{"name": "crew", "type": "text", "required": true, "values": [`+quoted(tt.all)+`]}, {"name": "tier", "type": "text",`,
			`{"level": "P1", "measure": "1h"`, `{"level": "P1", "when": {"crew": [`+quoted(tt.many)+`]}, "measure": "9h", "calendar": "office", "clause": "A-1"}, {"level": "P1", "measure": "1h"`)
		want := []string{"error graver-level-longer metrics[0].targets[0] where crew " + tt.want}
		if diff := cmp.Diff(want, find(t, text, lint.Options{})); diff != "" {
			t.Errorf("%d of %d (-want +got):\n%s", tt.many, tt.all, diff)
		}
	}
}
