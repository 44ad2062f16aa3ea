package whatif

import (
	"errors"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/slaclock/slaclock/policy"
)

// ErrOverride is the kind of error of an override that cannot be read. Test for it
// with [errors.Is].
var ErrOverride = errors.New("whatif: invalid override")

// An OverrideError says which override is wrong, and why. It matches [ErrOverride]. The zero
// OverrideError names no override.
type OverrideError struct {
	Text string // the override, as it was given
	Why  string // what is wrong, and what would be valid
}

// Error returns the override and what is wrong with it, as one line.
func (e *OverrideError) Error() string {
	return fmt.Sprintf("whatif: override %q: %s", e.Text, e.Why)
}

// Is reports whether target is [ErrOverride].
func (e *OverrideError) Is(target error) bool { return target == ErrOverride }

// The prefixes of names that say which part of a ticket they are from.
const (
	customerPrefix   = "customer."
	attributesPrefix = "attributes."
	readingsPrefix   = "readings."
)

// An Override gives another value to a reading, a field of the customer or an attribute. The
// zero Override names nothing, and ParseOverrides refuses it.
type Override struct {
	Name  string `json:"name"`  // "purchased.zone", "customer.country", "customer.response_days.S1"
	Value string `json:"value"` // "" removes a field of the customer, or an attribute
}

// Overrides are the changes on one side of a comparison. Their text is what [ParseOverrides]
// reads. The zero Overrides change nothing; their text is empty.
type Overrides struct{ list []Override }

// ParseOverrides reads overrides such as "customer.country=DE", separated by commas. A name
// is that of an open reading, such as "purchased.zone"; or "readings." and the name of one,
// whatever that is; or "attributes." and the name of an attribute that an agreement needs
// from a ticket; or "customer." and one of
//
//	region country zone product tier     a text
//	add_ons                              the only add-on; empty for none
//	hub_holidays.HUB report_every.LEVEL  a text
//	response_days.LEVEL                  a number of days
//
// "readings." is needed for a reading whose name has no dot or begins with "customer." or
// "attributes.". There is no way to write a name with a comma or a "=", nor a value with a
// comma.
//
// An empty text means no overrides. The error is an [ErrOverride] if an override has no name
// or no "=", repeats a name, names a field of the customer that does not exist, gives a
// reading an empty value, or gives response_days anything but a whole number or "". Whether
// readings and values exist is for their agreement to say.
func ParseOverrides(text string) (Overrides, error) {
	var o Overrides
	if strings.TrimSpace(text) == "" {
		return o, nil
	}
	for part := range strings.SplitSeq(text, ",") {
		part = strings.TrimSpace(part)
		name, value, ok := strings.Cut(part, "=")
		if name, value = strings.TrimSpace(name), strings.TrimSpace(value); !ok || name == "" {
			return Overrides{}, &OverrideError{part, "write a name and a value, such as customer.country=DE"}
		}
		if err := o.add(Override{name, value}, part); err != nil {
			return Overrides{}, err
		}
	}
	return o, nil
}

// Join returns the overrides of both. The error is an [ErrOverride] if both give a value to
// one name.
func (o Overrides) Join(other Overrides) (Overrides, error) {
	joined := Overrides{append([]Override(nil), o.list...)}
	for _, c := range other.list {
		if err := joined.add(c, c.Name+"="+c.Value); err != nil {
			return Overrides{}, err
		}
	}
	return joined, nil
}

// String returns the overrides as [ParseOverrides] reads them, in the order in which they
// were given: "customer.country=DE,purchased.zone=-05:00".
func (o Overrides) String() string {
	var b strings.Builder
	for i, c := range o.list {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(c.Name + "=" + c.Value)
	}
	return b.String()
}

// MarshalText returns what String does. The error is always nil.
func (o Overrides) MarshalText() ([]byte, error) { return []byte(o.String()), nil }

// UnmarshalText sets o to the overrides in text; see [ParseOverrides]. On error, o is
// unchanged.
func (o *Overrides) UnmarshalText(text []byte) error {
	read, err := ParseOverrides(string(text))
	if err == nil {
		*o = read
	}
	return err
}

// List returns the overrides in the order in which they were given.
func (o Overrides) List() []Override { return append([]Override(nil), o.list...) }

func (o *Overrides) add(c Override, text string) error {
	for _, other := range o.list {
		if strings.TrimPrefix(other.Name, readingsPrefix) == strings.TrimPrefix(c.Name, readingsPrefix) {
			return &OverrideError{text, "there is a value already, " + strconv.Quote(other.Value) + "; give one on each side"}
		}
	}
	field, ok := strings.CutPrefix(c.Name, customerPrefix)
	switch {
	case ok:
		if err := set(new(policy.Customer), field, c.Value); err != nil {
			return &OverrideError{text, err.Error()}
		}
	case c.Name == attributesPrefix:
		return &OverrideError{text, "write the attribute's name"}
	case strings.HasPrefix(c.Name, attributesPrefix):
	case c.Name == readingsPrefix:
		return &OverrideError{text, "write the reading's name"}
	case !strings.Contains(c.Name, "."):
		return &OverrideError{text, "is neither a reading, such as purchased.zone, nor a field of the customer, such as customer.country, nor an attribute, such as attributes.type; write " + readingsPrefix + c.Name + " for a reading of that name"}
	case c.Value == "":
		return &OverrideError{text, "a reading has a value; leave the override out for the ticket's own"}
	}
	o.list = append(o.list, c)
	return nil
}

// set sets a field of a customer. It copies maps first, since they may be shared.
func set(c *policy.Customer, field, value string) error {
	name, key, keyed := strings.Cut(field, ".")
	text := map[string]*string{"region": &c.Region, "country": &c.Country, "zone": &c.Zone, "product": &c.Product, "tier": &c.Tier}[name]
	switch {
	case name == "hub_holidays" && key != "":
		c.HubHolidays = with(c.HubHolidays, key, value, value != "")
	case name == "report_every" && key != "":
		c.ReportEvery = with(c.ReportEvery, key, value, value != "")
	case name == "response_days" && key != "":
		days := 0
		if value != "" {
			var err error
			if days, err = strconv.Atoi(value); err != nil {
				return errors.New("write a whole number of business days")
			}
		}
		c.ResponseDays = with(c.ResponseDays, key, days, value != "")
	case keyed || text == nil && name != "add_ons":
		return errors.New("is not a field of the customer; write region, country, zone, product, tier, add_ons, hub_holidays.HUB, report_every.LEVEL or response_days.LEVEL")
	case text != nil:
		*text = value
	default:
		c.AddOns = nil
		if value != "" {
			c.AddOns = []string{value}
		}
	}
	return nil
}

// with returns a copy of a map in which a key has a value or, unless there is set, is absent.
func with[V any](m map[string]V, key string, value V, there bool) map[string]V {
	m = maps.Clone(m)
	if m == nil {
		m = map[string]V{}
	}
	if !there {
		if delete(m, key); len(m) == 0 {
			return nil
		}
		return m
	}
	m[key] = value
	return m
}
