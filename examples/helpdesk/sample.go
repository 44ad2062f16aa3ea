package main

import (
	"context"
	_ "embed"
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/agreements"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/desk"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// coldDesk is an agreement as a document, for some of the sample tickets: a workshop that
// repairs cold stores.
//
//go:embed sample/cold-desk.json
var coldDesk []byte

// sampleName is the name of coldDesk.
const sampleName = "cold-desk"

// sampleDocument returns the agreement of coldDesk.
func sampleDocument() (*agreements.Document, error) {
	return agreements.DecodeDocument("sample/cold-desk.json", coldDesk)
}

// sourcesFor returns the agreements that the service has for a database. The sample's
// agreement is one of them even without the sample, if an earlier start left tickets under
// it: they stay, and must be judged. A document of the same name takes precedence, since the
// user has chosen it.
func sourcesFor(ctx context.Context, c config, s *store.Store) (agreements.Sources, error) {
	sources := append(agreements.Sources{agreements.BuiltIn{}}, c.documents...)
	if slices.Contains(c.documents.Names(), sampleName) {
		return sources, nil
	}
	if !c.sample {
		if left, err := s.Uses(ctx, sampleName); err != nil || !left {
			return sources, err
		}
	}
	document, err := sampleDocument()
	if err != nil {
		return nil, err
	}
	return append(sources, document), nil
}

// A sampleTicket is a ticket to look at; its events are in the past.
type sampleTicket struct {
	title, agreement string
	about            string // the customer; under coldDesk the attributes
	events           []sampleEvent
}

type sampleEvent struct {
	ago                           time.Duration
	kind, severity, channel, note string
}

// addSample fills an empty database with tickets of all agreements, so that there is
// something to see.
func addSample(ctx context.Context, d *desk.Desk) error {
	open, err := d.Queue(ctx, desk.Next, desk.Place{}, 1)
	if err != nil {
		return err
	}
	ended, err := d.Ended(ctx, 1)
	if err != nil || open.Open+len(ended) > 0 {
		return err
	}
	now := d.Now()
	for _, t := range sampleTickets() {
		n := desk.NewTicket{
			Title:  t.title,
			Terms:  store.Terms{Agreement: t.agreement, Customer: t.about, Readings: "{}", Attributes: "{}"},
			Report: t.events[0].event(now),
		}
		if t.agreement == sampleName {
			n.Terms.Customer, n.Terms.Attributes = "{}", t.about
		}
		for _, e := range t.events[1:] {
			n.More = append(n.More, e.event(now))
		}
		if _, _, err := d.Create(ctx, n); err != nil {
			return err
		}
	}
	return nil
}

func (e sampleEvent) event(now time.Time) desk.NewEvent {
	return desk.NewEvent{At: calendar.At(now.Add(-e.ago).Truncate(time.Minute)), Kind: e.kind, Severity: e.severity, Channel: e.channel, Note: e.note}
}

func sampleTickets() []sampleTicket {
	const (
		m = time.Minute
		h = time.Hour
		d = 24 * time.Hour
	)
	const (
		emea     = `{"region":"EMEA","country":"DE"}`
		us       = `{"region":"US","country":"US","report_every":{"Crisis":"4h"}}`
		standard = `{"product":"VMmanager","tier":"Standard","country":"DE"}`
		dns      = `{"product":"DNSmanager","tier":"Privilege","country":"DE"}`
		berlin   = `{"zone":"Europe/Berlin","country":"DE","response_days":{"S1":1,"S2":2,"S3":3,"S4":5}}`
	)
	return []sampleTicket{
		{"Orders are not accepted since the update", "purchased", `{}`, []sampleEvent{
			{35 * m, "reported", "1", "phone", "Nobody can place an order."}}},
		{"Invoices show the wrong tax rate", "purchased", `{}`, []sampleEvent{
			{26 * h, "reported", "2", "email", ""}, {24 * h, "responded", "", "email", "We can reproduce it."}}},
		{"Typing error on the login page", "purchased", `{}`, []sampleEvent{
			{3 * d, "reported", "3", "portal", ""}}},
		{"Production line has stopped", "purchased", `{}`, []sampleEvent{
			{50 * m, "reported", "1", "email", "Sent by e-mail, but this severity asks for a call."}}},
		{"Platform is down in all regions", "cumulocity", emea, []sampleEvent{
			{31 * h, "reported", "Crisis", "phone", ""}, {31*h - 12*m, "responded", "", "phone", ""}, {28 * h, "plan_provided", "", "", "Rollback, then replay of the queue."}}},
		{"Device data arrives late", "cumulocity", emea, []sampleEvent{
			{55 * m, "reported", "Critical", "phone", ""}}},
		{"Dashboards time out", "cumulocity", us, []sampleEvent{
			{4 * d, "reported", "Critical", "phone", ""}, {4*d - h, "responded", "", "", ""}, {26 * h, "updated", "", "", "The cause has been found."}, {20 * h, "resolution_proposed", "", "", "Patch for testing."}}},
		{"Sensor values jump", "cumulocity", emea, []sampleEvent{
			{5 * h, "reported", "Critical", "phone", ""}}},
		{"How do I export alarms?", "cumulocity", us, []sampleEvent{
			{6 * h, "reported", "Standard", "portal", ""}, {5 * h, "responded", "", "", "See the handbook."}, {4 * h, "resolved", "", "", "Thank you!"}}},
		{"Virtual machines cannot be started", "ispsystem", standard, []sampleEvent{
			{7 * h, "reported", "Emergency", "", ""}, {7*h - 4*m, "registered", "", "", ""}}},
		{"Zone transfer fails for one domain", "ispsystem", dns, []sampleEvent{
			{30 * h, "reported", "High", "", ""}, {30*h - m, "registered", "", "", ""}, {27 * h, "info_requested", "", "", "Which domain?"}, {2 * h, "info_received", "", "", "It is <example.org> & its mirror."}}},
		{"Question about licences", "ispsystem", standard, []sampleEvent{
			{2 * d, "reported", "Low", "", ""}, {2*d - m, "registered", "", "", ""}, {45 * h, "responded", "", "", "You need one for each node."}}},
		{"Settlement file is rejected", "portx", berlin, []sampleEvent{
			{26 * h, "reported", "S1", "", ""}}},
		{"Report has an empty column", "portx", berlin, []sampleEvent{
			{2 * d, "reported", "S3", "", ""}, {2*d - 2*h, "severity_changed", "S2", "", "It blocks the month's end."}}},
		{"Cold store 3 is warming up", sampleName, `{"contract":"full"}`, []sampleEvent{
			{95 * m, "reported", "warm", "", "Six degrees, and rising."}, {80 * m, "technician_sent", "", "", ""}}},
		{"Compressor of the loading bay rattles", sampleName, `{}`, []sampleEvent{
			{30 * h, "reported", "noisy", "", ""}, {26 * h, "technician_there", "", "", ""}, {25 * h, "waiting_for_parts", "", "", "A bearing has been ordered."}}},
		{"Door of the cold room does not close", sampleName, `{"site":"AT"}`, []sampleEvent{
			{31 * h, "reported", "warm", "", ""}, {29 * h, "technician_there", "", "", ""}, {28 * h, "waiting_for_parts", "", "", "A hinge."}, {3 * h, "parts_came", "", "", ""}}},
	}
}
