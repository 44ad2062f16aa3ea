package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// A deaf client takes the head of an answer, and nothing more.
type deaf struct {
	header   http.Header
	statuses []int
}

func (d *deaf) Header() http.Header       { return d.header }
func (d *deaf) WriteHeader(status int)    { d.statuses = append(d.statuses, status) }
func (d *deaf) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// An answer that breaks off is not begun again as an error, which net/http would only
// complain about.
func TestAnswerBreaksOff(t *testing.T) {
	h, _, _ := newService(t)
	for _, row := range []struct {
		method, path, body string
		want               []int
	}{
		{"POST", "/api/tickets", aTicket, []int{201}}, {"GET", "/api/tickets/A", "", []int{200}}, {"GET", "/tickets/A", "", []int{200}},
		{"GET", "/api/tickets/none", "", []int{404}}, {"GET", "/healthz", "", nil},
	} {
		r := httptest.NewRequest(row.method, row.path, strings.NewReader(row.body))
		r.Header.Set("Authorization", "Bearer "+testToken)
		w := &deaf{header: http.Header{}}
		h.ServeHTTP(w, r)
		if diff := cmp.Diff(row.want, w.statuses); diff != "" {
			t.Errorf("%s %s: statuses (-want +got):\n%s", row.method, row.path, diff)
		}
	}
}

// What arrives too slowly, in part or garbled is an error of whoever sent it, and
// never looks like a success; what is too large ends the connection.
func TestBrokenRequests(t *testing.T) {
	h, _, _ := newService(t)
	// Only what is to be too slow has a limit. It begins when the service takes the connection,
	// and on a machine that has much else to do the others would be too slow as well.
	patient, hasty := httptest.NewServer(h), httptest.NewUnstartedServer(h)
	defer patient.Close()
	hasty.Config.ReadTimeout = time.Second
	hasty.Start()
	defer hasty.Close()
	const api, page = "/api/tickets", "/login"
	for _, row := range []struct {
		name, path, rest string
		half             bool // no more will come
		status           int
		want             string
	}{
		{"a slow program", api, "Content-Length: 300\r\n\r\n" + `{"title":`, false, 408, "nothing has been stored"},
		{"a slow form", page, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300\r\n\r\ntoken=", false, 408, "too long to arrive"},
		{"half of a request", api, "Content-Length: 300\r\n\r\n" + aTicket, true, 400, "unexpected EOF"},
		{"half of a form", page, "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 300\r\n\r\ntoken=", true, 400, "cannot be read"},
		{"garbled", api, "Transfer-Encoding: chunked\r\n\r\nzz\r\n", false, 400, "cannot be read"},
		{"too large", api, "Transfer-Encoding: chunked\r\n\r\n10001\r\n" + strings.Repeat("x", 1<<16+1) + "\r\n0\r\n\r\n", false, 413, "64 KiB"},
	} {
		server := patient
		if row.status == http.StatusRequestTimeout {
			server = hasty
		}
		conn, err := net.Dial("tcp", server.Listener.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(conn, "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer %s\r\n%s", row.path, testToken, row.rest)
		if row.half {
			if err := conn.(*net.TCPConn).CloseWrite(); err != nil {
				t.Fatal(err)
			}
		}
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Errorf("%s: %v", row.name, err)
			continue
		}
		body, err := io.ReadAll(answer.Body)
		if err != nil || answer.StatusCode != row.status || !strings.Contains(string(body), row.want) {
			t.Errorf("%s: %s %s %v, want %d with %q", row.name, answer.Status, body, err, row.status, row.want)
		}
		if row.status == http.StatusRequestEntityTooLarge && !answer.Close {
			t.Errorf("%s: the connection stays open", row.name)
		}
		conn.Close()
	}
	if w := ask(h, "GET", "/api/tickets", ""); !strings.Contains(w.Body.String(), `"open":0`) {
		t.Errorf("something was stored: %s", w.Body)
	}
}
