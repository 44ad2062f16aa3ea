package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/slaclock/slaclock/examples/helpdesk/internal/clock"
	"github.com/slaclock/slaclock/examples/helpdesk/internal/store"
)

// A service is one that serves, as the program does after its start.
type service struct {
	addr  string
	stop  context.CancelFunc // as a signal does
	ended chan error
}

// serveHere serves a database within the test.
func serveHere(t *testing.T, database string, stopWithin time.Duration) *service {
	t.Helper()
	return serveWith(t, config{db: database, stopWithin: stopWithin}, slog.New(slog.NewTextHandler(io.Discard, nil)))
}

// serveWith serves as a configuration says, on a free address.
func serveWith(t *testing.T, c config, log *slog.Logger) *service {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	s := &service{stop: stop, ended: make(chan error, 1)}
	listening := make(chan string, 1)
	c.addr, c.token = "127.0.0.1:0", testToken
	if c.clock == nil {
		c.clock = clock.Wall{}
	}
	if c.stopWithin == 0 {
		c.stopWithin = stopWithin
	}
	go func() { s.ended <- serve(ctx, c, log, func(addr string) { listening <- addr }) }()
	select {
	case s.addr = <-listening:
	case err := <-s.ended:
		t.Fatal(err)
	}
	return s
}

// A service that is told to end while clients write answers those that it has begun
// to answer, and has stored what it said it had.
func TestStop(t *testing.T) {
	database := filepath.Join(t.TempDir(), "stop.db")
	// None of them is cut off, which would be a ticket that is stored and not acknowledged:
	// on a machine that has much else to do an answer can take a second.
	s := serveHere(t, database, time.Minute)
	var mu sync.Mutex
	heard := map[string]bool{}
	answered := make(chan bool, 1)
	var clients sync.WaitGroup
	for n := range 4 {
		clients.Go(func() {
			for i := 0; ; i++ {
				id := fmt.Sprintf("S%d-%d", n, i)
				r, err := http.NewRequest("POST", "http://"+s.addr+"/api/tickets", strings.NewReader(strings.Replace(aTicket, `"A"`, `"`+id+`"`, 1)))
				if err != nil {
					t.Error(err)
					return
				}
				r.Header.Set("Authorization", "Bearer "+testToken)
				answer, err := http.DefaultClient.Do(r)
				if err != nil {
					return // it has ended
				}
				answer.Body.Close()
				if answer.StatusCode != http.StatusCreated {
					t.Errorf("%s: %s", id, answer.Status)
				}
				mu.Lock()
				heard[id] = true
				if len(heard) == 20 {
					answered <- true // by now all of them write
				}
				mu.Unlock()
			}
		})
	}
	<-answered
	s.stop()
	if err := <-s.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	clients.Wait()
	again, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close()
	stored := map[string]bool{}
	for ticket, err := range again.Open(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		stored[ticket.ID] = true
	}
	if diff := cmp.Diff(heard, stored); diff != "" {
		t.Errorf("%d tickets (-acknowledged +stored):\n%s", len(heard), diff)
	}
}

// A client that sends too slowly does not keep the service from ending: it is cut off,
// and that is no failure.
func TestStopSlowClient(t *testing.T) {
	s := serveHere(t, filepath.Join(t.TempDir(), "stop.db"), 100*time.Millisecond)
	slow, err := net.Dial("tcp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	defer slow.Close()
	fmt.Fprintf(slow, "POST /api/tickets HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\nExpect: 100-continue\r\nContent-Length: 200\r\n\r\n", testToken)
	// The service asks for the body: it has begun with the request.
	head, err := http.ReadResponse(bufio.NewReader(slow), nil)
	if err != nil || head.StatusCode != http.StatusContinue {
		t.Fatalf("%v %v", head, err)
	}
	fmt.Fprint(slow, "{")
	s.stop()
	if err := <-s.ended; err != nil {
		t.Errorf("it ended with %v", err)
	}
	if b, err := io.ReadAll(slow); len(b) > 0 {
		t.Errorf("the slow client, who was cut off, heard %q %v", b, err)
	}
}

// One that is told to end before it listens ends without an error.
func TestStopBeforeListening(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	c := config{addr: "127.0.0.1:0", db: filepath.Join(t.TempDir(), "stop.db"), token: testToken, clock: clock.Wall{}}
	if err := serve(ctx, c, slog.New(slog.NewTextHandler(io.Discard, nil)), func(string) { t.Error("it listens") }); err != nil {
		t.Error(err)
	}
}

// An address that is taken ends the start before anything is noticed or filled in.
func TestAddressTaken(t *testing.T) {
	other, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	database := filepath.Join(t.TempDir(), "taken.db")
	c := config{addr: other.Addr().String(), db: database, token: testToken, sample: true, clock: clock.Wall{}}
	err = serve(t.Context(), c, slog.New(slog.NewTextHandler(io.Discard, nil)), func(string) { t.Error("it listens") })
	if err == nil || !strings.Contains(err.Error(), other.Addr().String()) {
		t.Errorf("it ended with %v", err)
	}
	s, err := store.Open(t.Context(), database)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for ticket, err := range s.Open(t.Context()) {
		t.Fatalf("the sample has been filled in: %s %v", ticket.ID, err)
	}
}
