package policy

import (
	"fmt"
	"slices"
	"strings"
)

// A Customer has what agreements need to know of the customer of a ticket. Each
// agreement uses some of the fields; a backend may send one record to all. The
// zero Customer says nothing.
type Customer struct {
	Region       string            // EMEA, APJ or US
	Country      string            // a region code of the calendar package, or NONE
	HubHolidays  map[string]string // holidays of hubs other than the region's, by hub
	ReportEvery  map[string]string // agreed status reports, by severity
	Zone         string            // an IANA name or an offset
	Product      string
	Tier         string
	AddOns       []string
	ResponseDays map[string]int // business days to a response, by severity
}

// HasAddOn reports whether the customer bought an add-on. It is an
// [ErrCustomer] if the customer has an add-on that is not one of known, those of
// the agreement.
func (c Customer) HasAddOn(name string, known ...string) (bool, error) {
	for i, have := range c.AddOns {
		if !slices.Contains(known, have) {
			return false, &PlaceError{ErrCustomer, fmt.Sprintf("customer.add_ons[%d]", i), have, "is not an add-on; write " + strings.Join(known, " or ")}
		}
	}
	return slices.Contains(c.AddOns, name), nil
}
