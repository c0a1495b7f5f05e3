package vn.ansinh.rest.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.SecurityContext;
import vn.ansinh.beneficiary.api.NewPerson;
import vn.ansinh.beneficiary.api.PersonChanges;
import vn.ansinh.identity.api.Permission;
import vn.ansinh.platform.api.AnsinhException;
import vn.ansinh.platform.api.AnsinhException.Fault;
import vn.ansinh.platform.api.CivilClock;
import vn.ansinh.platform.api.ErrorCode;
import vn.ansinh.platform.api.Localities;
import vn.ansinh.platform.api.TenantId;
import vn.ansinh.rest.internal.PersonBodies.NewBody;

/** Many people in one request. */
@Path("localities/{code}/people:batch")
@Tag(name = "people", description = "Đối tượng: chỉ cán bộ của địa phương được đọc")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class PeopleBatchResource {
    private static final int MOST = 5_000;

    private final Localities localities;
    private final PersonChanges changes;
    private final CivilClock clock;
    private final Once once;

    PeopleBatchResource(Localities localities, PersonChanges changes, CivilClock clock, Once once) {
        this.localities = localities;
        this.changes = changes;
        this.clock = clock;
        this.once = once;
    }

    /** All or none. */
    @POST
    @Needs(Permission.IMPORT)
    @Operation(
            operationId = "addPeople",
            summary = "Thêm nhiều đối tượng (tối đa 5.000): tất cả hoặc không ai")
    public Once.Created add(
            @PathParam("code") String code,
            Batch body,
            @HeaderParam(Once.KEY) String key,
            @Context SecurityContext security) {
        List<NewBody> rows = Input.required("people", Input.required("body", body).people());
        if (rows.isEmpty() || rows.size() > MOST) {
            throw Input.refused("people", "Mỗi lần thêm từ 1 đến " + MOST + " người.");
        }
        List<NewPerson> people = read(rows);
        TenantId tenant = localities.require(code).id();
        return once.create(
                tenant,
                Caller.actor(security),
                key,
                "addPeople",
                body,
                () -> changes.add(tenant, Caller.actor(security), people));
    }

    private List<NewPerson> read(List<NewBody> rows) {
        List<NewPerson> people = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            int row = i + 1;
            try {
                people.add(Input.required("people", rows.get(i)).person(clock.today()));
            } catch (AnsinhException e) {
                e.faults().forEach(f -> faults.add(new Fault(row, f.field(), f.sentence())));
            }
        }
        if (!faults.isEmpty()) {
            throw new AnsinhException(
                    ErrorCode.INVALID_INPUT,
                    "Có " + faults.size() + " lỗi; chưa thêm ai.",
                    faults,
                    null);
        }
        return people;
    }

    /** The people. */
    record Batch(List<NewBody> people) {}
}
