package policy

import (
	"maps"
	"slices"
	"strconv"

	"github.com/slaclock/slaclock/calendar/strictjson"
)

// MarshalJSON returns the customer as it appears in a ticket's JSON, leaving out what is
// empty. The error is an [ErrCustomer] if a text is not UTF-8, or is empty within a list or
// map and so could not be read back.
func (c Customer) MarshalJSON() ([]byte, error) {
	w := ticketWriter{Writer: strictjson.NewWriter(nil)}
	w.customer("", &c)
	return w.readBack(ErrCustomer, new(Customer))
}

// UnmarshalJSON reads a customer as it appears in a ticket's JSON:
//
//	{"region":"EMEA","country":"DE","hub_holidays":{"APJ":"MY-14"},"report_every":{"Crisis":"4h"},"zone":"+08:00",
//	 "product":"VMmanager","tier":"Standard","add_ons":["call-in"],"response_days":{"S1":1,"S2":2,"S3":3,"S4":5}}
//
// Unknown and repeated fields are mistakes, as are empty texts. All mistakes are reported
// at once, each with its place; the error is an [ErrCustomer] and wraps a
// [*strictjson.Error]. On error, c is unchanged.
func (c *Customer) UnmarshalJSON(data []byte) error {
	var r TicketReader
	var read Customer
	r.json.Reset(data)
	r.customer(&read)
	if err := r.json.End(); err != nil {
		return &customerTextError{err}
	}
	*c = read
	return nil
}

// A customerTextError has the mistakes of a customer's JSON.
type customerTextError struct{ err error }

// Error lists the mistakes as [TicketError.Error] does.
func (e *customerTextError) Error() string { return (&TicketError{e.err}).Error() }

// Is reports whether target is [ErrCustomer].
func (e *customerTextError) Is(target error) bool { return target == ErrCustomer }

// Unwrap returns the [*strictjson.Error].
func (e *customerTextError) Unwrap() error { return e.err }

// isZero reports whether nothing is known about a customer.
func (c *Customer) isZero() bool {
	return c.Region == "" && c.Country == "" && c.HubHolidays == nil && c.ReportEvery == nil && c.Zone == "" && c.Product == "" && c.Tier == "" &&
		c.AddOns == nil && c.ResponseDays == nil
}

// customer writes what is known about a customer, whose fields have places that begin with
// from.
func (w *ticketWriter) customer(from string, c *Customer) {
	w.OpenObject()
	w.optional(from+"region", "region", c.Region)
	w.optional(from+"country", "country", c.Country)
	w.texts(from+"hub_holidays", "hub_holidays", c.HubHolidays)
	w.texts(from+"report_every", "report_every", c.ReportEvery)
	w.optional(from+"zone", "zone", c.Zone)
	w.optional(from+"product", "product", c.Product)
	w.optional(from+"tier", "tier", c.Tier)
	if c.AddOns != nil {
		w.Name("add_ons").OpenArray()
		for i, name := range c.AddOns {
			w.text(from+"add_ons["+strconv.Itoa(i)+"]", name)
		}
		w.CloseArray()
	}
	if c.ResponseDays != nil {
		w.Name("response_days").OpenObject()
		for _, key := range slices.Sorted(maps.Keys(c.ResponseDays)) {
			w.check(from+"response_days", key)
			w.Key(key)
			w.Int(c.ResponseDays[key])
		}
		w.CloseObject()
	}
	w.CloseObject()
}
