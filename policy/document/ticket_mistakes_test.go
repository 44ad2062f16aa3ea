package document_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/document"
)

// TestTicketMistakes has what tickets get wrong. The place is where the ticket says
// it: with its customer, or in its attributes.
func TestTicketMistakes(t *testing.T) {
	helpdesk, portx, cumulocity := mustRead(t, "helpdesk"), mustRead(t, "portx"), mustRead(t, "cumulocity")
	for _, test := range []struct {
		d            *document.Document
		fields, want string
		kind         error
	}{
		{helpdesk, `"attributes":{"teir":"gold"}`, `policy: attributes[teir]: is not an attribute of this agreement; write tier, zone, customer, tags or agreed.…`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed":"1h"}`, `policy: attributes[agreed]: is not an attribute of this agreement; write tier, zone, customer, tags or agreed.…`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"tier":"lead"}`, `policy: attributes[tier]: "lead" is not one of its values; write gold or silver`, policy.ErrCustomer},
		{helpdesk, `"customer":{"tier":"lead"}`, `policy: customer.tier: "lead" is not one of its values; write gold or silver`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"tier":"lead"},"customer":{"tier":"lead"}`, `policy: customer.tier: "lead" is not one of its values; write gold or silver`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"tier":"gold"},"customer":{"tier":"silver"}`, `policy: attributes[tier]: "gold" is not what customer.tier says, silver; give one of the two`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"tier":""},"customer":{"tier":"silver"}`, `policy: attributes[tier]: is not what customer.tier says, silver; give one of the two`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"zone":"../etc/passwd"}`, `policy: attributes[zone]: "../etc/passwd" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`, policy.ErrCustomer},
		{helpdesk, `"customer":{"zone":"../etc/passwd"}`, `policy: customer.zone: "../etc/passwd" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed.P9":"1h"}`, `policy: attributes[agreed.P9]: "P9" is not a severity; write urgent or normal`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed.P1":"1h","agreed.urgent":"2h"}`, `policy: attributes[agreed.urgent]: "2h" is a second value for the level urgent, beside attributes[agreed.P1]; give one of the two`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed.P1":"soon"}`, `policy: attributes[agreed.P1]: "soon" is not a measure; write a duration such as 4h, or up to 100000 business days such as 2 business days`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed.P1":"2 calendar days"}`, `policy: attributes[agreed.P1]: "2 calendar days" is not a measure; write a duration such as 4h, or up to 100000 business days such as 2 business days`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"agreed.P1":"2 days"}`, `policy: attributes[agreed.P1]: "2 days" is not a measure; write a duration such as 4h, or up to 100000 business days such as 2 business days`, policy.ErrCustomer},
		{helpdesk, `"attributes":{"tags":"new,vip"}`, `policy: attributes[tags]: is refused where tags vip, tier silver: vip is for gold only`, policy.ErrCustomer},
		{helpdesk, `"readings":{"helpdesk.closing":"never"}`, `policy: readings[helpdesk.closing]: "never" is not a value of this reading; write stay or next`, policy.ErrReading},
		{portx, `"customer":{"country":"DE","response_days":{"S1":1}}`, `policy: customer.zone: is missing; the business hours are local time: write a name such as Europe/Berlin, or an offset such as +08:00`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE"}`, `policy: customer.response_days: is missing; a whole number of business days for each level, at least 1; the numbers are not in the text, so give all four: S1, S2, S3, S4`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE","response_days":{"S2":1}}`, `policy: customer.response_days[S1]: is missing; a whole number of business days for each level, at least 1; the numbers are not in the text, so give all four: S1, S2, S3, S4`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE"},"attributes":{"response_days.S2":"1"}`, `policy: attributes[response_days.S1]: is missing; a whole number of business days for each level, at least 1; the numbers are not in the text, so give all four: S1, S2, S3, S4`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"de","response_days":{"S1":1}}`, `policy: customer.country: "de" is not a region whose holidays are known; write DE, DE-BB, DE-BE, DE-BW, DE-BY, DE-HB, DE-HE, DE-HH, DE-MV, DE-NI, DE-NW, DE-RP, DE-SH, DE-SL, DE-SN, DE-ST or DE-TH`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC"},"attributes":{"country":"de"}`, `policy: attributes[country]: "de" is not a region whose holidays are known; write DE, DE-BB, DE-BE, DE-BW, DE-BY, DE-HB, DE-HE, DE-HH, DE-MV, DE-NI, DE-NW, DE-RP, DE-SH, DE-SL, DE-SN, DE-ST or DE-TH`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE","response_days":{"S1":0}}`, `policy: customer.response_days[S1]: "0" is not a number of business days; write a whole number, at least 1`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE","response_days":{"S1":2}},"attributes":{"response_days.S1":"1"}`, `policy: attributes[response_days.S1]: "1" is not what customer.response_days[S1] says, 2; give one of the two`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE","response_days":{"S 1":2}},"attributes":{"response_days.S 1":"1"}`, `policy: attributes["response_days.S 1"]: "1" is not what customer.response_days["S 1"] says, 2; give one of the two`, policy.ErrCustomer},
		{portx, `"customer":{"zone":"UTC","country":"DE","response_days":{"s1":2}},"attributes":{"response_days.S1":"2"}`, `policy: customer.response_days[s1]: "2" is a second value for the level S1, beside attributes[response_days.S1]; give one of the two`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE","hub_holidays":{"EMEA":"DE"}}`, `policy: customer.hub_holidays[EMEA]: is refused where hub_holidays EMEA, region EMEA: the default region has the holidays of country`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE"},"attributes":{"hub_holidays.EMEA":"DE"}`, `policy: attributes[hub_holidays.EMEA]: is refused where hub_holidays EMEA, region EMEA: the default region has the holidays of country`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE","hub_holidays":{"MARS":"DE"}}`, `policy: customer.hub_holidays[MARS]: "MARS" is not known; write EMEA, APJ or US`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"XX"}}`, `policy: customer.hub_holidays[APJ]: "XX" is not a region whose holidays are known; write a code such as DE-BY, or NONE`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE"},"attributes":{"hub_holidays.APJ":"XX"}`, `policy: attributes[hub_holidays.APJ]: "XX" is not a region whose holidays are known; write a code such as DE-BY, or NONE`, policy.ErrCustomer},
		{cumulocity, `"customer":{"region":"EMEA","country":"DE"},"attributes":{"report_every.Crisis":"soon"}`, `policy: attributes[report_every.Crisis]: "soon" is not a measure; write a duration such as 4h, or up to 100000 business days such as 2 business days`, policy.ErrCustomer},
	} {
		severity := map[string]string{"helpdesk": "urgent", "portx": "S1", "cumulocity": "Crisis"}[test.d.Name]
		_, err := ask(t, test.d, "2026-03-02T10:00:00Z", test.fields, "2026-03-02T10:00:00Z reported "+severity)
		if err == nil || err.Error() != test.want || !errors.Is(err, test.kind) {
			t.Errorf("%s\n%s", test.fields, cmp.Diff(test.want, fmt.Sprint(err)))
		}
	}
}

// TestMissing has attributes of each type that a ticket must have and has not: the
// error says what to write, and where, even if the document does not.
func TestMissing(t *testing.T) {
	for _, test := range []struct{ name, kind, want string }{
		{"team", "text", `policy: attributes[team]: is missing; write a text`},
		{"tier", "text", `policy: customer.tier: is missing; write a text`},
		{"site", "zone", `policy: attributes[site]: is missing; write a name such as Europe/Berlin, or an offset such as +08:00`},
		{"state", "region", `policy: attributes[state]: is missing; write a code such as DE-BY, or NONE`},
		{"tags", "list", `policy: attributes[tags]: is missing; write texts, with commas between them`},
		{"agreed", "measures", `policy: attributes[agreed]: is missing; write a duration such as 4h, or up to 100000 business days such as 2 business days`},
		{"within", "days", `policy: attributes[within]: is missing; write a whole number of business days, at least 1`},
		{"offices", "regions", `policy: attributes[offices]: is missing; write a code such as DE-BY, or NONE`},
		{"hub_holidays", "regions", `policy: customer.hub_holidays: is missing; write a code such as DE-BY, or NONE`},
		{"team", `text", "values": ["red", "blue`, `policy: attributes[team]: is missing; write red or blue`},
		{"offices", `regions", "values": ["one", "two`, `policy: attributes[offices]: is missing; write a code such as DE-BY, or NONE`},
		{"team", `text", "why": "name the team`, `policy: attributes[team]: is missing; name the team`},
		{"team", `text", "values": ["red", "blue"], "why": "which team works on it`, `policy: attributes[team]: is missing; which team works on it; write red or blue`},
		{"team", `text", "values": ["red", "blue"], "why": "the team is that of the site, red or blue`, `policy: attributes[team]: is missing; the team is that of the site, red or blue`},
		{"team", `text", "values": ["red", "blue"], "why": "the red team, say`, `policy: attributes[team]: is missing; the red team, say; write red or blue`},
		{"tags", `list", "values": ["new", "old"], "why": "what it is about`, `policy: attributes[tags]: is missing; what it is about; write new or old`},
	} {
		values := test.kind
		if strings.Contains(values, "values") && !strings.Contains(values, "why") {
			values += `"]`
		} else {
			values += `"`
		}
		d := mustDecode(t, strings.Replace(small, `"attributes": [{"name": "tier", "type": "text", "values": ["gold", "silver"]}`,
			`"attributes": [{"name": "`+test.name+`", "required": true, "type": "`+values+`}`, 1))
		_, err := d.For(policy.Customer{}, nil, nil)
		if err == nil || err.Error() != test.want || !errors.Is(err, policy.ErrCustomer) {
			t.Error(cmp.Diff(test.want, fmt.Sprint(err)))
		}
	}
}

// TestRefused has the place of a refusal: what the ticket says itself, of what the
// conditions name.
func TestRefused(t *testing.T) {
	base := strings.Replace(small, `{"name": "vip", "type": "list"}]`, `{"name": "vip", "type": "list"}, {"name": "add_ons", "type": "list"},
		{"name": "hub_holidays", "type": "regions"}, {"name": "agreed", "type": "measures"}, {"name": "within", "type": "days"}]`, 1)
	base = strings.Replace(base, `"high"}, {"name": "low"}`, `"high", "aliases": ["P1"]}, {"name": "low"}`, 1)
	for _, test := range []struct {
		when, want string // of the error, the place
		customer   policy.Customer
		attributes map[string]string
	}{
		{`"tier": "gold"`, `customer.tier`, policy.Customer{Tier: "gold"}, nil},
		{`"tier": "gold"`, `attributes[tier]`, policy.Customer{}, map[string]string{"tier": "gold"}},
		{`"tier": ""`, `customer.tier`, policy.Customer{}, nil},
		{`"tier": "", "vip": "yes"`, `attributes[vip]`, policy.Customer{}, map[string]string{"vip": "no,yes"}},
		{`"add_ons": "b"`, `customer.add_ons[1]`, policy.Customer{AddOns: []string{"a", "b"}}, nil},
		{`"add_ons": "b"`, `attributes[add_ons]`, policy.Customer{}, map[string]string{"add_ons": "a,b"}},
		{`"hub_holidays": ["b", "c"]`, `customer.hub_holidays[b]`, policy.Customer{HubHolidays: map[string]string{"a": "DE", "b": "DE"}}, nil},
		{`"agreed": "high"`, `attributes[agreed.P1]`, policy.Customer{}, map[string]string{"agreed.low": "1h", "agreed.P1": "1h"}},
		{`"within": "P1"`, `attributes[within.high]`, policy.Customer{}, map[string]string{"within.high": "1", "within.low": "1"}},
		{`"acme.zone": "UTC"`, `readings[acme.zone]`, policy.Customer{}, nil},
		{`"acme.zone": "UTC", "vip": "yes"`, `attributes[vip]`, policy.Customer{}, map[string]string{"vip": "yes"}},
	} {
		d := mustDecode(t, strings.Replace(base, `"levels"`, `"refuse": [{"when": {`+test.when+`}, "why": "so be it"}], "levels"`, 1))
		_, err := d.For(test.customer, test.attributes, nil)
		var e *policy.PlaceError
		if !errors.As(err, &e) || e.Kind != policy.ErrCustomer || e.Place != test.want || !strings.HasSuffix(e.Why, ": so be it") {
			t.Errorf("%s: %v; want it at %s", test.when, err, test.want)
		}
	}
	d := mustDecode(t, base)
	for _, add := range []struct {
		customer   policy.Customer
		attributes map[string]string
		want       string
	}{
		{policy.Customer{AddOns: []string{"a", "b"}}, map[string]string{"add_ons": "b,a"}, `policy: attributes[add_ons]: "b,a" is not what customer.add_ons says, a,b; give one of the two`},
		{policy.Customer{AddOns: []string{"a"}}, map[string]string{"add_ons": ""}, `policy: attributes[add_ons]: is not what customer.add_ons says, a; give one of the two`},
		{policy.Customer{AddOns: []string{"a", "b"}}, map[string]string{"add_ons": "a,b"}, `<nil>`},
		{policy.Customer{HubHolidays: map[string]string{"a": "DE"}}, map[string]string{"hub_holidays.a": "US"}, `policy: attributes[hub_holidays.a]: "US" is not what customer.hub_holidays[a] says, DE; give one of the two`},
		{policy.Customer{HubHolidays: map[string]string{"a": "DE"}}, map[string]string{"hub_holidays.a": "DE"}, `<nil>`},
	} {
		if _, err := d.For(add.customer, add.attributes, nil); fmt.Sprint(err) != add.want {
			t.Error(cmp.Diff(add.want, fmt.Sprint(err)))
		}
	}
}

// TestRegions_OneWording: of a code that is none the agreement in Go says what its document says.
func TestRegions_OneWording(t *testing.T) {
	d := mustRead(t, "cumulocity")
	for code, why := range map[string]string{
		"MY-99": "is not a region whose holidays are known; write MY, MY-10 or MY-14", "us": "is not a region whose holidays are known; write US or US-MD",
		"XX": "is not a region whose holidays are known; write a code such as DE-BY, or NONE",
	} {
		want := fmt.Sprintf("policy: customer.country: %q %s", code, why)
		customer := policy.Customer{Region: "EMEA", Country: code}
		_, ours := cumulocity.New(customer, nil)
		_, theirs := d.For(customer, nil, nil)
		if got := fmt.Sprint(ours); got != want {
			t.Errorf("in Go:\n%s", cmp.Diff(want, got))
		}
		if got := fmt.Sprint(theirs); got != want {
			t.Errorf("document:\n%s", cmp.Diff(want, got))
		}
	}
}

// TestReportEvery_OneGrammar: what the agreement in Go takes for the time between
// status reports is what its document takes.
func TestReportEvery_OneGrammar(t *testing.T) {
	d := mustRead(t, "cumulocity")
	for text, want := range map[string]bool{
		"4h": true, "1h30m": true, "+3h": true, ".5h": true, "1ns": true, "1 business day": true, "3 business days": true, "100000 business days": true,
		"soon": false, "0s": false, "-4h": false, "0 business days": false, "+3 business days": false, "100001 business days": false,
		"3 days": false, "7 calendar days": false, "4": false,
	} {
		customer := policy.Customer{Region: "EMEA", Country: "DE", ReportEvery: map[string]string{"Crisis": text}}
		_, ours := cumulocity.New(customer, nil)
		_, theirs := d.For(customer, nil, nil)
		if (ours == nil) != want || (theirs == nil) != want {
			t.Errorf("%q, want %v:\nin Go    %v\ndocument %v", text, want, ours, theirs)
		}
	}
}
