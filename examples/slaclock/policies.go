package main

import (
	"encoding/binary"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/slaclock/slaclock/calendar/enum"
	"github.com/slaclock/slaclock/policy"
	"github.com/slaclock/slaclock/policy/sempre"
)

// maxPolicies is how many customers' agreements are kept for further tickets.
const maxPolicies = 4096

// A policies has the agreements that tickets can name. It keeps those of recent customers,
// since many tickets tend to have the same customer. Several workers can use it at once.
type policies struct {
	agreements []agreement
	mu         sync.RWMutex
	kept       map[string]*policy.Policy // by appendKey and the agreement's version
}

// index returns the index of the agreement of a name, or -1.
func (ps *policies) index(name string) int {
	return slices.IndexFunc(ps.agreements, func(a agreement) bool { return a.name == name })
}

// of returns the agreement of a ticket, for its customer, readings and attributes. It uses
// key as a buffer, and returns it.
func (ps *policies) of(t *policy.Ticket, key []byte) (*policy.Policy, []byte, error) {
	i := ps.index(t.Agreement)
	if i < 0 {
		return nil, key, ps.unknown(t.Agreement)
	}
	key = appendKey(key[:0], t)
	if version := ps.agreements[i].version; version != nil {
		key = binary.AppendVarint(key, int64(version(t)))
	}
	ps.mu.RLock()
	p := ps.kept[string(key)]
	ps.mu.RUnlock()
	if p != nil {
		return p, key, nil
	}
	p, err := ps.agreements[i].make(t)
	if err != nil {
		return nil, key, err
	}
	return ps.keep(string(key), p), key, nil
}

// keep keeps an agreement and returns it, or the equal one that another worker has made in
// the meantime.
func (ps *policies) keep(key string, p *policy.Policy) *policy.Policy {
	ps.mu.Lock()
	defer ps.mu.Unlock()
	if first := ps.kept[key]; first != nil {
		return first
	}
	if ps.kept == nil || len(ps.kept) >= maxPolicies {
		ps.kept = map[string]*policy.Policy{}
	}
	ps.kept[key] = p
	return p
}

// unknown returns the error for a name that no agreement has. It lists the names.
func (ps *policies) unknown(name string) error {
	var names []string
	for _, a := range ps.agreements {
		names = append(names, a.name)
	}
	known := enum.Either(names)
	if name == sempre.Name {
		return fmt.Errorf("agreement: %q promises no times: it has coverage and lifecycle only; write %s", name, known)
	}
	return fmt.Errorf("agreement: %q is not an agreement; write %s", name, known)
}

// appendKey appends everything that an agreement's maker reads: two tickets have the same key
// if and only if they agree in all of it.
func appendKey(b []byte, t *policy.Ticket) []byte {
	b = appendText(b, t.Agreement)
	c := &t.Customer
	for _, text := range [...]string{c.Region, c.Country, c.Zone, c.Product, c.Tier} {
		b = appendText(b, text)
	}
	b = binary.AppendUvarint(b, uint64(len(c.AddOns)))
	for _, text := range c.AddOns {
		b = appendText(b, text)
	}
	for _, texts := range [...]map[string]string{c.HubHolidays, c.ReportEvery, t.Readings, t.Attributes} {
		b = appendMap(b, texts, appendText)
	}
	return appendMap(b, c.ResponseDays, func(b []byte, n int) []byte { return binary.AppendVarint(b, int64(n)) })
}

// appendText appends a text so that its end can be found.
func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

func appendMap[V any](b []byte, m map[string]V, value func([]byte, V) []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(m)))
	if len(m) == 0 {
		return b
	}
	var room [8]string
	keys := slices.AppendSeq(room[:0], maps.Keys(m))
	slices.Sort(keys)
	for _, key := range keys {
		b = value(appendText(b, key), m[key])
	}
	return b
}
