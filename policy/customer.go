package policy

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/severity"
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
			return false, &PlaceError{Kind: ErrCustomer, Place: fmt.Sprintf("customer.add_ons[%d]", i), Value: have, Why: "is not an add-on; write " + strings.Join(known, " or ")}
		}
	}
	return slices.Contains(c.AddOns, name), nil
}

// Need returns an [ErrCustomer] if a field has no value; why says what the
// agreement needs it for and what to write.
func Need(field, value, why string) error {
	if value == "" {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Why: "is missing; " + why}
	}
	return nil
}

// NeedOneOf returns an [ErrCustomer] if a field's value is none of those that
// the agreement knows.
func NeedOneOf(field, value string, known ...string) error {
	if slices.Contains(known, value) {
		return nil
	}
	if value == "" {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Why: "is missing; write " + strings.Join(known, ", ")}
	}
	return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: "is not known; write " + strings.Join(known, ", ")}
}

// CheckZone returns an [ErrCustomer] if a field's value names no zone.
func CheckZone(field, value string) error {
	if _, err := calendar.Zone(value); err != nil {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: calendar.WhyZone}
	}
	return nil
}

// CheckRegion returns an [ErrCustomer] if a field's value names no region whose
// public holidays are known, or is empty: NONE is for no public holidays.
func CheckRegion(field, value string) error {
	if err := Need(field, value, "write a region code, or NONE for no public holidays"); err != nil {
		return err
	}
	var e *calendar.RegionError
	if _, err := (calendar.Region{Code: value}).Reach(); errors.As(err, &e) {
		return &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: value, Why: "is not a region whose holidays are known; write " + strings.Join(e.Valid, ", ")}
	}
	return nil
}

// ByLevel returns the values of a field that are given by severity, such as
// [Customer].ResponseDays, by the names that the scale has for its levels. The
// error is an [ErrCustomer]: a key is no level, or two are the same.
func ByLevel[V any](field string, given map[string]V, scale *severity.Scale) (map[string]V, error) {
	values := map[string]V{}
	for _, key := range slices.Sorted(maps.Keys(given)) {
		level, err := scale.Parse(key)
		if err != nil {
			return nil, &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: key, Why: "is not a severity; write " + strings.Join(scale.Names(), ", ")}
		}
		if _, twice := values[level.String()]; twice {
			return nil, &PlaceError{Kind: ErrCustomer, Place: "customer." + field, Value: key, Why: "is there twice, in capitals and in small letters"}
		}
		values[level.String()] = given[key]
	}
	return values, nil
}
