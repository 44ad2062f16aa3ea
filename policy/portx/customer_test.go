package portx_test

import (
	"errors"
	"testing"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/portx"
)

// TestPOR4_ResponseDays: a number that is missing is never guessed, and no business day
// is none; three rows at the boundary.
func TestPOR4_ResponseDays(t *testing.T) {
	const missing = `is missing; the numbers are not in the text, so write business days, at least 1, for S1, S2, S3, S4`
	for _, tt := range []struct {
		days map[string]int
		want string // "" for none
	}{
		{nil, `policy: customer.response_days: ` + missing},
		{map[string]int{"S1": 1, "S2": 2, "S3": 3}, `policy: customer.response_days[S4]: ` + missing},
		{map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": -1}, `policy: customer.response_days[S4]: "-1" is no number of business days; write 1 to 100000`},
		{map[string]int{"S1": 1, "S2": 0, "S3": 3, "S4": 5}, `policy: customer.response_days[S2]: "0" is no number of business days; write 1 to 100000`},
		{map[string]int{"S1": 0, "S2": -1, "S3": 3}, "policy: customer.response_days[S1]: \"0\" is no number of business days; write 1 to 100000\n" +
			"policy: customer.response_days[S2]: \"-1\" is no number of business days; write 1 to 100000\npolicy: customer.response_days[S4]: " + missing},
		{map[string]int{"S1": 1, "S2": 1, "S3": 1, "S4": 1}, ``},
		{map[string]int{"S1": 100_000, "S2": 1, "S3": 1, "S4": 1}, ``},
		{map[string]int{"S1": 100_001, "S2": 1, "S3": 1, "S4": 1}, `policy: customer.response_days[S1]: "100001" is no number of business days; write 1 to 100000`},
		{map[string]int{"S1": 1, "S2": 2, "S3": 3, "S4": 5, "S5": 5}, `policy: customer.response_days[S5]: is not a severity; write S1, S2, S3 or S4`},
	} {
		_, err := portx.New(policy.Customer{Zone: "UTC", Country: "NONE", ResponseDays: tt.days}, nil)
		if tt.want == "" {
			if err != nil {
				t.Error(err)
			}
			continue
		}
		if err == nil || err.Error() != tt.want || !errors.Is(err, policy.ErrCustomer) {
			t.Errorf("got  %v\nwant %s", err, tt.want)
		}
	}
}

// TestNew_TellsAll: what is wrong with the customer and with the readings is told at
// once.
func TestNew_TellsAll(t *testing.T) {
	const want = "policy: customer.country: is missing; local public holidays do not count: write a region code, or NONE\n" +
		"policy: customer.zone: \"Berlin\" is not a zone; write a name such as Europe/Berlin, or an offset such as +08:00\n" +
		"policy: customer.response_days[S5]: is not a severity; write S1, S2, S3 or S4\n" +
		"policy: customer.response_days[T1]: is not a severity; write S1, S2, S3 or S4\n" +
		"policy: readings[portx.zone]: is not a reading of this agreement; write portx.severity_change"
	p, err := portx.New(policy.Customer{Zone: "Berlin", ResponseDays: map[string]int{"T1": 1, "S5": 1, "S1": 1}}, map[string]string{"portx.zone": "UTC"})
	if p != nil || !errors.Is(err, policy.ErrCustomer) || !errors.Is(err, policy.ErrReading) || err.Error() != want {
		t.Errorf("%v, got  %v\nwant %s", p, err, want)
	}
}
