package strictjson

import (
	"encoding/json"
	"testing"
)

// ticketText is a ticket of 8 events, as a backend sends it.
const ticketText = `{"id":"T-1","agreement":"cumulocity","as_of":"2026-03-02T12:00:00Z",` +
	`"customer":{"region":"EMEA","country":"DE"},` +
	`"events":[{"at":"2026-03-02T09:00:00+01:00","kind":"reported","severity":"Critical","channel":"portal"},` +
	`{"at":"2026-03-02T10:10:00+01:00","kind":"responded"},` +
	`{"at":"2026-03-02T10:20:00+01:00","kind":"info_requested"},` +
	`{"at":"2026-03-02T11:40:00+01:00","kind":"info_received"},` +
	`{"at":"2026-03-02T12:00:00+01:00","kind":"severity_changed","severity":"Crisis"},` +
	`{"at":"2026-03-02T13:00:00+01:00","kind":"plan_provided"},` +
	`{"at":"2026-03-02T14:00:00+01:00","kind":"updated"},` +
	`{"at":"2026-03-02T15:00:00+01:00","kind":"resolved"}]}`

type ticket struct {
	id, agreement, asOf string
	region, country     string
	events              []event
}

type event struct{ at, kind, severity, channel string }

// readTicket reads a ticket with the help of text for its strings.
func readTicket(r *Reader, t *ticket, text func(*Reader) string) {
	r.Object(func(name []byte) {
		switch string(name) {
		case "id":
			t.id = text(r)
		case "agreement":
			t.agreement = text(r)
		case "as_of":
			t.asOf = text(r)
		case "customer":
			r.Object(func(name []byte) {
				switch string(name) {
				case "region":
					t.region = text(r)
				case "country":
					t.country = text(r)
				default:
					r.Unknown("region", "country")
				}
			})
		case "events":
			r.Array(func(int) {
				var e event
				r.Object(func(name []byte) {
					switch string(name) {
					case "at":
						e.at = text(r)
					case "kind":
						e.kind = text(r)
					case "severity":
						e.severity = text(r)
					case "channel":
						e.channel = text(r)
					default:
						r.Unknown("at", "kind", "severity", "channel")
					}
				})
				t.events = append(t.events, e)
			})
		default:
			r.Unknown("id", "agreement", "as_of", "customer", "events")
		}
	})
}

// noText checks a string and keeps nothing of it.
func noText(r *Reader) string {
	r.TextBytes()
	return ""
}

func BenchmarkTicket(b *testing.B) {
	data := []byte(ticketText)
	b.Run("TextBytes", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		var t ticket
		r := new(Reader)
		for b.Loop() {
			r.Reset(data)
			t.events = t.events[:0]
			readTicket(r, &t, noText)
			if r.End() != nil {
				b.Fatal(r.Err())
			}
		}
	})
	b.Run("Text", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		var t ticket
		r := new(Reader)
		for b.Loop() {
			r.Reset(data)
			t.events = t.events[:0]
			readTicket(r, &t, (*Reader).Text)
			if r.End() != nil {
				b.Fatal(r.Err())
			}
		}
	})
	b.Run("NewReader", func(b *testing.B) {
		b.ReportAllocs()
		var t ticket
		for b.Loop() {
			r := NewReader(data)
			t.events = t.events[:0]
			readTicket(r, &t, noText)
			if r.End() != nil {
				b.Fatal(r.Err())
			}
		}
	})
	b.Run("Skip", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		r := new(Reader)
		for b.Loop() {
			r.Reset(data)
			if r.End() != nil {
				b.Fatal(r.Err())
			}
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(data)))
		b.ReportAllocs()
		for b.Loop() {
			var t struct {
				ID, Agreement string
				AsOf          string `json:"as_of"`
				Customer      struct{ Region, Country string }
				Events        []struct{ At, Kind, Severity, Channel string }
			}
			if err := json.Unmarshal(data, &t); err != nil {
				b.Fatal(err)
			}
		}
	})
}
