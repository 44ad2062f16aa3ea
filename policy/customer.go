package policy

import (
	"fmt"
	"maps"
	"slices"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/severity"
)

// A Customer is what agreements need to know about the customer of a ticket. Each agreement
// uses some of the fields, so a backend can send the same record to all. See
// [Customer.UnmarshalJSON] for the JSON form. The zero Customer says nothing about the
// customer.
type Customer struct {
	Region       string            // EMEA, APJ or US
	Country      string            // a region code of the calendar package, or NONE
	HubHolidays  map[string]string // holidays of hubs other than the region's, by hub
	ReportEvery  map[string]string // agreed intervals of status reports, by severity
	Zone         string            // an IANA name or an offset
	Product      string
	Tier         string
	AddOns       []string
	ResponseDays map[string]int // business days to a response, by severity
}

// HasAddOn reports whether the customer bought an add-on; with an error it is false. The error lists every add-on of
// the customer that is not among known, the add-ons of the agreement, each an
// [ErrCustomer]; beyond a hundred it says only that there are more.
func (c Customer) HasAddOn(name string, known ...string) (bool, error) {
	var found mistakes
	for i, have := range c.AddOns {
		if found.full() || slices.Contains(known, have) {
			continue
		}
		why := enum.NotOneOf("add-on", known)
		if have == "" {
			why = "is empty; write " + enum.Either(known)
		}
		found.add(&PlaceError{Kind: ErrCustomer, Place: fmt.Sprintf("customer.add_ons[%d]", i), Value: have, Why: why})
	}
	err := found.few(ErrCustomer, "customer.add_ons").err()
	return err == nil && slices.Contains(c.AddOns, name), err
}

// Need returns an [ErrCustomer] if a field has no value; why says what the
// agreement needs it for and what to write.
func Need(field, value, why string) error {
	if value == "" {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Why: "is missing; " + why}
	}
	return nil
}

// NeedOneOf returns an [ErrCustomer] if a field's value is not one of those that the
// agreement knows.
func NeedOneOf(field, value string, known ...string) error {
	if slices.Contains(known, value) {
		return nil
	}
	if value == "" {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Why: "is missing; write " + enum.Either(known)}
	}
	return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: enum.NotOneOf(field, known)}
}

// NeedKeyOf returns an [ErrCustomer] if a key of a field that has values by name, such as
// [Customer].HubHolidays, is not one of those that the agreement knows; what is the noun
// for such a key, without an article.
func NeedKeyOf(field, key, what string, known ...string) error {
	if slices.Contains(known, key) {
		return nil
	}
	return &PlaceError{Kind: ErrCustomer, Place: strictjson.Inside("customer."+field, key), Why: enum.NotOneOf(what, known)}
}

// CheckZone returns an [ErrCustomer] if a field's value names no zone.
func CheckZone(field, value string) error {
	if _, err := calendar.Zone(value); err != nil {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: calendar.WhyNot(err), Err: err}
	}
	return nil
}

// CheckRegion returns an [ErrCustomer] if a field's value is empty or names no region whose
// public holidays are known. NONE stands for no public holidays.
func CheckRegion(field, value string) error {
	if err := Need(field, value, "write a region code, or NONE for no public holidays"); err != nil {
		return err
	}
	if _, err := (calendar.Region{Code: value}).Reach(); err != nil {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: calendar.WhyNot(err), Err: err}
	}
	return nil
}

// ByLevel returns the values of a field that are given by severity, such as
// [Customer].ResponseDays, by the names that the scale has for its levels. The error lists
// every key that is not a level, or that is the same level as another key, each an
// [ErrCustomer]; beyond a hundred it says only that there are more.
func ByLevel[V any](field string, given map[string]V, scale *severity.Scale) (map[string]V, error) {
	var found mistakes
	values := map[string]V{}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		if found.full() {
			break
		}
		e := &PlaceError{Kind: ErrCustomer, Place: strictjson.Inside("customer."+field, key)}
		level, err := scale.Parse(key)
		_, twice := values[level.String()]
		switch {
		case scale.Len() == 0:
			e.Why = "is not a severity; the scale has none"
		case err != nil:
			e.Why = enum.NotOneOf("severity", scale.Names())
		case twice:
			e.Why = "is there twice, in capitals and in small letters"
		default:
			values[level.String()] = given[key]
			continue
		}
		found.add(e)
	}
	if err := found.few(ErrCustomer, "customer."+field).err(); err != nil {
		return nil, err
	}
	return values, nil
}
