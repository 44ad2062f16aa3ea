package agreements

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/cumulocity"
	"github.com/slaclock/slaclock/policy/ispsystem"
	"github.com/slaclock/slaclock/policy/portx"
	"github.com/slaclock/slaclock/policy/purchased"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// BuiltIn is the source of the library's agreements that promise times. The fifth, sempre,
// promises none.
type BuiltIn struct{}

type maker func(policy.Customer, map[string]string) (*policy.Policy, error)

func makers() map[string]maker {
	return map[string]maker{
		purchased.Name:  purchased.New,
		cumulocity.Name: cumulocity.New,
		ispsystem.Name:  ispsystem.New,
		portx.Name:      portx.New,
	}
}

// Names returns the agreements' names.
func (BuiltIn) Names() []string {
	return []string{purchased.Name, cumulocity.Name, ispsystem.Name, portx.Name}
}

// Versions makes the agreement of a ticket, which has one version.
func (BuiltIn) Versions(t *policy.Ticket) (*policy.Versions, error) {
	for _, attribute := range slices.Sorted(maps.Keys(t.Attributes)) {
		return nil, fmt.Errorf("attributes: %q is not an attribute of %s, which has none; leave it out", attribute, t.Agreement)
	}
	make := makers()[t.Agreement]
	if make == nil {
		return nil, &unknownError{t.Agreement, "is not known"}
	}
	p, err := make(t.Customer, t.Readings)
	if err != nil {
		return nil, err
	}
	return policy.NewVersions(policy.Version{Policy: p})
}

// Severities returns an agreement's levels, which no customer changes.
func (b BuiltIn) Severities(name string) []string {
	fields := b.Fields(name)
	customer, err := Customer(fields, Samples(fields))
	if err != nil {
		return nil
	}
	t, err := Read(store.Terms{Agreement: name, Customer: customer})
	if err != nil || makers()[name] == nil {
		return nil
	}
	p, err := makers()[name](t.Customer, nil)
	if err != nil {
		return nil
	}
	return p.Scale().Names()
}

// Begins returns nothing: these agreements do not change.
func (BuiltIn) Begins(string) []time.Time { return nil }

// Fields returns what an agreement needs to know of a customer.
func (BuiltIn) Fields(name string) []Field {
	countries := append([]string{"NONE"}, calendar.Regions()...)
	switch name {
	case purchased.Name:
		return []Field{
			{Name: "add_ons", Label: "Add-ons", Kind: Texts, Options: []string{"", "call-in"}, Help: "With call-in, the hotline takes Severity 2 and 3 too."},
		}
	case cumulocity.Name:
		return []Field{
			{Name: "region", Label: "Region", Kind: Text, Options: []string{"EMEA", "APJ", "US"}, Required: true, Sample: "EMEA"},
			{Name: "country", Label: "Public holidays of", Kind: Text, Options: countries, Required: true, Sample: "DE", Help: "On these days the region's hub is closed; NONE for no holidays."},
			{Name: "report_every", Label: "Status reports as agreed", Kind: TextMap, Help: "By severity, such as: Crisis=4h"},
			{Name: "hub_holidays", Label: "Holidays of other hubs", Kind: TextMap, Help: "By hub, such as: APJ=MY-14"},
		}
	case ispsystem.Name:
		return []Field{
			{Name: "product", Label: "Product", Kind: Text, Options: []string{"VMmanager", "DCImanager", "BILLmanager", "DNSmanager"}, Required: true, Sample: "VMmanager"},
			{Name: "tier", Label: "Support level", Kind: Text, Options: []string{"Standard", "Privilege"}, Required: true, Sample: "Standard"},
			{Name: "country", Label: "Public holidays of", Kind: Text, Options: append([]string{""}, countries...), Sample: "DE", Help: "For the developers' hours, which are on business days."},
		}
	case portx.Name:
		return []Field{
			{Name: "zone", Label: "Time zone", Kind: Text, Required: true, Sample: "Europe/Berlin", Help: "Such as Europe/Berlin or +08:00."},
			{Name: "country", Label: "Public holidays of", Kind: Text, Options: countries, Required: true, Sample: "DE"},
			{Name: "response_days", Label: "Business days to a response", Kind: NumberMap, Required: true, Sample: "S1=1, S2=2, S3=3, S4=5", Help: "For all four severities, such as: S1=1, S2=2, S3=3, S4=5"},
		}
	}
	return nil
}
