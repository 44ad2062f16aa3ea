package desk

import (
	"cmp"
	"math"
	"sync"

	"github.com/tidwall/btree"
)

// An index has all open tickets in the orders in which they are listed. It is derived: Start
// rebuilds it from the store.
type index struct {
	mu    sync.RWMutex
	of    map[string]standing
	wake  *btree.BTreeG[key] // by when to look again
	lists [listCount]*btree.BTreeG[key]
}

// A key is a ticket's place in an order.
type key struct {
	at int64
	id string
}

func (a key) less(b key) bool {
	if c := cmp.Compare(a.at, b.at); c != 0 {
		return c < 0
	}
	return a.id < b.id
}

// A List is one of the queue's lists.
type List uint8

// The lists of open tickets. A ticket can be in the first two.
const (
	Next    List = iota // something will be breached, the earliest first
	Overdue             // something is breached and still owed, the oldest first
	Idle                // no deadline is ahead: it waits for somebody, or nothing is owed
	listCount
)

func newIndex() *index {
	x := &index{of: map[string]standing{}, wake: newTree()}
	for i := range x.lists {
		x.lists[i] = newTree()
	}
	return x
}

// newTree returns a tree without a lock: the index has its own.
func newTree() *btree.BTreeG[key] {
	return btree.NewBTreeGOptions(key.less, btree.Options{NoLocks: true})
}

// set replaces a ticket's standing. A ticket that has ended, and to which nothing more will
// happen, is dropped.
func (x *index) set(id string, s standing) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if old, ok := x.of[id]; ok {
		x.each(id, old, func(t *btree.BTreeG[key], k key) { t.Delete(k) })
		delete(x.of, id)
	}
	if !s.ended.IsZero() && s.wake == 0 {
		return
	}
	x.of[id] = s
	x.each(id, s, func(t *btree.BTreeG[key], k key) { t.Set(k) })
}

// each calls f for every place that a ticket with a standing has.
func (x *index) each(id string, s standing, f func(*btree.BTreeG[key], key)) {
	if s.wake != 0 {
		f(x.wake, key{s.wake, id})
	}
	if !s.ended.IsZero() {
		return
	}
	if s.due != 0 {
		f(x.lists[Next], key{s.due, id})
	}
	if s.overdue != 0 {
		f(x.lists[Overdue], key{s.overdue, id})
	}
	if s.due == 0 && s.overdue == 0 {
		at := s.wake
		if at == 0 {
			at = math.MaxInt64 // after those to which something will happen
		}
		f(x.lists[Idle], key{at, id})
	}
}

// first returns the ticket to examine next, and when.
func (x *index) first() (key, bool) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.wake.Min()
}

// upTo returns at most limit tickets to examine by an instant, the earliest first.
func (x *index) upTo(at int64, limit int) []key {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var keys []key
	x.wake.Scan(func(k key) bool {
		if k.at > at || len(keys) == limit {
			return false
		}
		keys = append(keys, k)
		return true
	})
	return keys
}

// page returns at most limit places of a list, beginning at from.
func (x *index) page(list List, from key, limit int) []key {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var keys []key
	x.lists[list].Ascend(from, func(k key) bool {
		keys = append(keys, k)
		return len(keys) < limit
	})
	return keys
}

// size returns the number of tickets of a list.
func (x *index) size(list List) int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.lists[list].Len()
}

// len returns the number of open tickets.
func (x *index) len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return len(x.of)
}
