package whatif_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/purchased"
	"github.com/slaclock/slaclock/policy/whatif"
)

func ExampleParseOverrides() {
	o, err := whatif.ParseOverrides("purchased.zone=America/New_York, customer.country=DE-BY")
	for _, one := range o.List() {
		fmt.Println(one.Name, one.Value)
	}
	fmt.Println(err)
	_, err = whatif.ParseOverrides("country=DE")
	fmt.Println(err)
	// Output:
	// purchased.zone America/New_York
	// customer.country DE-BY
	// <nil>
	// whatif: override "country=DE": is neither a reading, such as purchased.zone, nor a field of the customer, such as customer.country, nor an attribute, such as attributes.type; write readings.country for a reading of that name
}

// Overrides from two flags of a command line.
func ExampleOverrides_Join() {
	zone, _ := whatif.ParseOverrides("purchased.zone=America/New_York")
	addOn, _ := whatif.ParseOverrides("customer.add_ons=call-in")
	both, err := zone.Join(addOn)
	fmt.Println(both.List(), err)
	_, err = both.Join(zone)
	fmt.Println(err)
	// Output:
	// [{purchased.zone America/New_York} {customer.add_ons call-in}] <nil>
	// whatif: override "purchased.zone=America/New_York": there is a value already, "America/New_York"; give one on each side
}

func ExampleOverrides_String() {
	o, err := whatif.ParseOverrides("purchased.zone=America/New_York, customer.add_ons=")
	fmt.Println(o, err)
	// Output: purchased.zone=America/New_York,customer.add_ons= <nil>
}

func ExampleOverrides_MarshalText() {
	o, err := whatif.ParseOverrides("customer.country=DE-BY")
	if err != nil {
		fmt.Println(err)
		return
	}
	text, err := json.Marshal(map[string]whatif.Overrides{"to": o})
	fmt.Println(string(text), err)
	// Output: {"to":"customer.country=DE-BY"} <nil>
}

func ExampleOverrides_UnmarshalText() {
	var o whatif.Overrides
	err := json.Unmarshal([]byte(`"customer.country=DE-BY"`), &o)
	fmt.Println(o.List(), err)
	// Output: [{customer.country DE-BY}] <nil>
}

func ExampleOverrides_List() {
	var none whatif.Overrides
	fmt.Println(none.List())
	// Output: []
}

func ExampleOverrides_Apply() {
	o, err := whatif.ParseOverrides("customer.country=DE-BY")
	if err != nil {
		fmt.Println(err)
		return
	}
	ticket := &policy.Ticket{Agreement: "portx", Customer: policy.Customer{Country: "DE", Zone: "Europe/Berlin"}}
	changed := o.Apply(ticket)
	fmt.Println(changed.Customer.Country, changed.Customer.Zone, ticket.Customer.Country)
	// Output: DE-BY Europe/Berlin DE
}

func ExampleOverrides_Maker() {
	o, err := whatif.ParseOverrides("purchased.zone=America/New_York")
	if err != nil {
		fmt.Println(err)
		return
	}
	agreement := func(t *policy.Ticket) (*policy.Policy, error) { return purchased.New(t.Customer, t.Readings) }
	p, err := o.Maker(agreement)(&policy.Ticket{Agreement: "purchased"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Location())
	// Output: America/New_York
}

func ExampleOverrideError_Error() {
	_, err := whatif.ParseOverrides("customer.response_days.S1=soon")
	fmt.Println(err)
	// Output: whatif: override "customer.response_days.S1=soon": write a whole number of business days
}

func ExampleOverrideError_Is() {
	_, err := whatif.ParseOverrides("customer.response_days.S1=soon")
	var wrong *whatif.OverrideError
	fmt.Println(errors.Is(err, whatif.ErrOverride), errors.As(err, &wrong), wrong.Text)
	// Output: true true customer.response_days.S1=soon
}
