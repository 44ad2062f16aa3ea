package whatif_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/whatif"
)

// keeping makes shop under another name, with readings of these names that have the values a
// and b, and keeps the tickets that it is asked for.
func keeping(agreement string, names []string, asked *[]*policy.Ticket) whatif.Maker {
	return func(t *policy.Ticket) (*policy.Policy, error) {
		*asked = append(*asked, t)
		for attribute := range t.Attributes {
			if attribute != "kind" {
				return nil, errors.New("no attribute " + attribute)
			}
		}
		var readings []policy.Reading
		for _, name := range names {
			readings = append(readings, policy.Reading{Name: name, Values: []string{"a", "b"}, Tickets: true, Clause: "SHP-1"})
		}
		choices, err := policy.Choose(readings, t.Readings)
		if err != nil {
			return nil, err
		}
		return edited(func(a *policy.Agreement) error {
			a.Name, a.Choices = agreement, choices
			return nil
		})(&policy.Ticket{Customer: policy.Customer{Country: "A"}})
	}
}

// TestOverriddenReadings: an override reaches the reading of its name, however agreement and
// reading are called, and makes the agreement twice only where the name does not say whose
// it is.
func TestOverriddenReadings(t *testing.T) {
	const unknown = "policy: readings[%]: is not a reading of this agreement; write "
	for _, c := range []struct {
		name, agreement, readings, override string
		want                                string // the readings, zone and attributes of the ticket that is judged, or the error
		made                                int
	}{
		{"of its agreement", "acme", "acme.zone", "acme.zone=b", "acme.zone=b", 1},
		{"with its part of the ticket", "acme", "acme.zone", "readings.acme.zone=b", "acme.zone=b", 1},
		{"an agreement with a dot", "acme-2.1", "acme-2.1.zone", "acme-2.1.zone=b", "acme-2.1.zone=b", 1},
		{"an agreement whose name is the start of another", "acme", "acme.zone", "acme-2.1.zone=b", "", 1},
		{"a reading with another beginning", "acme", "sla.zone", "sla.zone=b", "sla.zone=b", 2},
		{"beside one with the agreement's", "acme", "sla.zone acme.zone", "sla.zone=b,acme.zone=b", "acme.zone=b sla.zone=b", 2},
		{"which another agreement does not have", "acme", "acme.zone", "sla.zone=b", "", 1},
		{"a reading without a dot", "acme", "plain", "readings.plain=b", "plain=b", 2},
		{"which another agreement does not have", "acme", "acme.zone", "readings.plain=b", "", 1},
		{"an agreement customer", "customer", "customer.zone", "customer.zone=b", "customer.zone=b", 2},
		{"with its part of the ticket", "customer", "customer.zone", "readings.customer.zone=b", "customer.zone=b", 1},
		{"the customer's field", "customer", "customer.other", "customer.zone=b", "zone b", 1},
		{"a reading like the customer's field", "acme", "customer.zone", "customer.zone=b", "customer.zone=b", 2},
		{"an agreement attributes", "attributes", "attributes.type", "attributes.type=b", "attributes.type=b", 3},
		{"the attribute", "attributes", "attributes.other", "attributes.kind=b", "kind b", 1},
		{"an attribute that it does not have", "acme", "acme.zone", "attributes.type=b", "no attribute type", 2},
		{"an agreement readings", "readings", "readings.zone", "readings.zone=b", "readings.zone=b", 1},
		{"with its part of the ticket", "readings", "readings.zone", "readings.readings.zone=b", "readings.zone=b", 1},
		{"and one like its own without", "readings", "zone readings.zone", "readings.zone=b", "zone=b", 2},
		{"a misspelt one", "acme", "acme.zone", "acme.tone=b", strings.Replace(unknown, "%", "acme.tone", 1) + "acme.zone", 2},
		// The text is cut at the first "=", so what it names is for the agreement to refuse.
		{"with an equals sign", "acme", "acme.a=b", "acme.a=b=b", strings.Replace(unknown, "%", "acme.a", 1) + "acme.a=b", 2},
	} {
		var asked []*policy.Ticket
		o, err := whatif.ParseOverrides(c.override)
		if err != nil {
			t.Fatal(err)
		}
		given := &policy.Ticket{Agreement: c.agreement}
		_, err = o.Maker(keeping(c.agreement, strings.Fields(c.readings), &asked))(given)
		last := asked[len(asked)-1]
		var got []string
		for name, value := range last.Readings {
			got = append(got, name+"="+value)
		}
		slices.Sort(got)
		if last.Customer.Zone != "" {
			got = append(got, "zone "+last.Customer.Zone)
		}
		for name, value := range last.Attributes {
			got = append(got, name+" "+value)
		}
		if err != nil {
			got = []string{err.Error()}
		}
		if diff := cmp.Diff(c.want, strings.Join(got, " ")); diff != "" || len(asked) != c.made {
			t.Errorf("%s, %s: made %d times (-want +got):\n%s", c.name, c.override, len(asked), diff)
		}
	}
}

// TestOverriddenReadings_Compared: a reading of any name changes the answer, and is named as
// the cause.
func TestOverriddenReadings_Compared(t *testing.T) {
	for _, name := range []string{"sla.zone", "customer.zone", "shop-2.1.zone"} {
		zoned := func(ticket *policy.Ticket) (*policy.Policy, error) {
			choices, err := policy.Choose([]policy.Reading{{Name: name, Values: []string{"UTC", "+01:00"}, Tickets: true, Clause: "SHP-1"}}, ticket.Readings)
			if err != nil {
				return nil, err
			}
			p, err := shop(&policy.Ticket{Customer: policy.Customer{Country: "A"}, Readings: map[string]string{"shop.zone": choices[0].Value}})
			if err != nil {
				return nil, err
			}
			a := p.Agreement()
			a.Choices = choices
			return policy.New(a)
		}
		ticket := mustTicket(t, "T", "Mid email 02T07:30 as of 02T07:45")
		o, err := whatif.ParseOverrides(name + "=+01:00")
		if err != nil {
			t.Fatal(err)
		}
		d, err := whatif.Compare(ticket, zoned, o.Maker(zoned))
		if err != nil {
			t.Fatal(err)
		}
		want := []whatif.Cause{{Kind: whatif.CauseReading, Name: name, Old: "UTC", New: "+01:00"}}
		if diff := cmp.Diff(want, d.Readings(), cmpopts()); diff != "" || len(d.Clocks) != 2 {
			t.Errorf("%s: %d clocks differ (-want +got):\n%s", name, len(d.Clocks), diff)
		}
	}
}

// TestOverriddenReadings_MakerErrors: what the maker says comes through, also at its second
// call.
func TestOverriddenReadings_MakerErrors(t *testing.T) {
	o, err := whatif.ParseOverrides("sla.zone=c")
	if err != nil {
		t.Fatal(err)
	}
	var asked []*policy.Ticket
	const want = `policy: readings[sla.zone]: "c" is not a value of this reading; write a or b`
	if _, err := o.Maker(keeping("acme", []string{"sla.zone"}, &asked))(&policy.Ticket{Agreement: "acme"}); !errors.Is(err, policy.ErrReading) || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	none := func(t *policy.Ticket) (*policy.Policy, error) { return nil, nil }
	if p, err := o.Maker(none)(nil); p != nil || err != nil {
		t.Errorf("%v, %v", p, err)
	}
	if p, err := o.Maker(none)(new(policy.Ticket)); p != nil || err != nil {
		t.Errorf("%v, %v", p, err)
	}
}
